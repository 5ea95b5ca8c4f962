/** Names of issuers (发文机关), as far as their form tells them from other short lines. */

const ORGAN =
  /(?:局|委|委员会|政府|办公室|办公厅|办|厅|部|院|署|会|会议|中心|公司|集团|处|科|组|行|协会|党委|党组|指挥部|社|总队|支队|大队|大学|学院|学校|银行|国务院|中央|管委会|妇联|工商联|科协|残联|侨联|文联|社联|政协|海关|税务|纪委|监委|人大|总工会|共青团|检察院|法院|联社|团|所|站|馆|宫|军|区|厂)$/;

const ADDRESSED =
  /(?:局|委|政府|单位|部门|办|院|会|公司|区|县|市|厅|省|机构|企业|学校|大学|中心|所|银行|部|行|站|署|团|校|室|处|科|队|镇|乡|街道)[）)]?[：:]$/;
/** Forty organs and more are addressed by name. */
const LONGEST_LIST = 2000;
const OFFICER =
  /^(?:代)?(?:[省市县区州]长|主任|局长|部长|厅长|总理|主席|署长|行长|院长|检察长|书记|会长)[\p{Script=Han}·]{2,8}$/u;

/**
 * Whether a line is signed by a person in office (命令 are): `市长　张三`.
 * @param text without white space
 */
export function isOfficer(text: string): boolean {
  return OFFICER.test(text);
}

/**
 * Whether a line can be the name of an organ or its note of a seal in place of another (代章).
 * @param text without white space
 */
export function isOrgan(text: string): boolean {
  const bare = text.replace(/[（(][^（）()]{0,40}[）)]$/, '');
  if (bare === '') return /代章|印章|盖章|章[）)]$/.test(text);
  return bare.length <= 40 && !/[，。；：！？、,;:]/.test(bare) && ORGAN.test(bare);
}

/** How the full name of an organ begins that shares no place with the one beside it. */
const NATIONAL =
  /^(?:中共|中国|中华|中央|国家|国务院|全国|最高|共青团|[\p{Script=Han}]{2,8}(?:部|总局)$)/u;
const PLACE = /^[\p{Script=Han}]{1,8}?[省市县区州盟旗]/u;

/**
 * Whether a name that stands below or beside another organ's is an organ of its own, not the rest of that name (办公室): it
 * begins like the other, with a place, or as names of national organs do.
 * @param text without white space: `云州市公安局`
 * @param other the name in front
 */
export function isOtherOrgan(text: string, other: string): boolean {
  return (
    isOrgan(text) &&
    isOrgan(other) &&
    (text.slice(0, 2) === other.slice(0, 2) || NATIONAL.test(text) || PLACE.test(text))
  );
}

/**
 * Whether a text addresses organs (主送机关): a list that closes with a colon and announces nothing.
 * @param text without white space
 */
export function isAddressees(text: string): boolean {
  return (
    /[：:]$/.test(text) &&
    text.length <= LONGEST_LIST &&
    !/[。！？：:]/.test(text.slice(0, -1)) &&
    !/(?:如下|以下|下列|通知|意见|规定|要求|决定|公告|事项|内容|包括|为|是|附件)[：:]$/.test(
      text,
    ) &&
    (/^(?:各|有关|相关|[省市区县局委][直属各])/.test(text) || ADDRESSED.test(text))
  );
}
