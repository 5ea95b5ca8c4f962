/**
 * Every rule a message can name: what it is called, what it means, what to do about it. The page 待校问题 and the handbook's
 * chapter 提示与处理 are made from this list; a test keeps it equal to the ruleIds of the source.
 */
import type { Bilingual } from './language.ts';
import type { Severity } from './report.ts';

export interface Rule {
  severity: Severity;
  /** What a clerk calls it: 序号不连续. */
  name: string;
  /** What is the case. */
  meaning: Bilingual;
  /** What to do about it, whatever the place. */
  todo: Bilingual;
}

/** In the order in which a notice goes through the stages; then the files people write, then addresses. */
export const RULES: Readonly<Record<string, Rule>> = {
  encoding: {
    severity: 'error',
    name: '文件无法读取',
    meaning: {
      en: 'the file is no text in UTF-8, UTF-16 or GB18030',
      zh: '文件不是 UTF-8、UTF-16 或 GB18030 编码的文本。',
    },
    todo: {
      en: 'save it as plain text in UTF-8',
      zh: '在 WPS 或 Word 里另存为纯文本，编码选 UTF-8，再放进来。',
    },
  },
  empty: {
    severity: 'error',
    name: '空文件',
    meaning: { en: 'the file holds no text', zh: '文件里没有文字。' },
    todo: { en: 'fill or delete it', zh: '补上公文的文字，或者删去这个文件。' },
  },
  'replacement-character': {
    severity: 'warning',
    name: '有无法辨认的字符',
    meaning: {
      en: 'characters that a reader before us could not read',
      zh: '文中有字符在收到以前就已损坏。',
    },
    todo: {
      en: 'compare with the original, record an erratum',
      zh: '对照原件，在同名 .yaml 里记一条勘误。',
    },
  },
  'mixed-encodings': {
    severity: 'warning',
    name: '文件混用两种编码',
    meaning: {
      en: 'a file of GB18030 with lines in UTF-8, which show wrong characters',
      zh: 'GB18030 的文件里有 UTF-8 的行，这些行是乱码。',
    },
    todo: {
      en: 'save it as UTF-8 in the program it comes from',
      zh: '在原来的软件里另存为 UTF-8，再放进来。',
    },
  },
  title: {
    severity: 'warning',
    name: '未找到标题',
    meaning: {
      en: 'no lines above the text end in a genre (…的通知)',
      zh: '正文上方没有以文种（……的通知、意见、办法）结尾的行。',
    },
    todo: {
      en: 'put the title on lines of its own above the addressees',
      zh: '让标题独占一行或几行，放在主送机关之上。',
    },
  },
  date: {
    severity: 'info',
    name: '未找到成文日期',
    meaning: {
      en: 'no date of the document; it is shown as 未标注',
      zh: '没有找到成文日期，页面上写“未标注”。',
    },
    todo: {
      en: 'nothing, if the original carries none',
      zh: '原件没有日期就不必处理；有的话，让它独占一行，放在署名之下。',
    },
  },
  body: {
    severity: 'warning',
    name: '未找到正文',
    meaning: { en: 'nothing stands behind the head', zh: '版头和标题之后没有文字。' },
    todo: { en: 'check that the seed is complete', zh: '核对文件是否完整。' },
  },
  'plausible-date': {
    severity: 'warning',
    name: '日期不存在',
    meaning: {
      en: 'a date the calendar does not have',
      zh: '日历上没有这一天，只取其中可信的年、月。',
    },
    todo: {
      en: 'compare with the original, record an erratum',
      zh: '对照原件，在同名 .yaml 里记一条勘误。',
    },
  },
  'document-number': {
    severity: 'warning',
    name: '文号缺失或不全',
    meaning: {
      en: 'no document number that can be read; the name of the file is the address',
      zh: '没有找到完整的发文字号，暂以文件名为地址。',
    },
    todo: {
      en: 'put the number on a line of its own, or give the file a name that can stay',
      zh: '原文印有文号的，让它独占一行；没有的，给文件起一个今后不改的名字，或在同名 .yaml 里写 id。',
    },
  },
  'unique-id': {
    severity: 'error',
    name: '两份公文编号相同',
    meaning: { en: 'two seeds with one number or id', zh: '两个文件的文号或标识相同。' },
    todo: {
      en: 'delete one of two copies, correct a misread number, or give one an `id` in its sidecar',
      zh: '同一件公文删去一份；文号误识的照原件改正；两件都对的，在其中一件的 .yaml 里写 id。',
    },
  },
  'conserved-text': {
    severity: 'error',
    name: '文字有丢失或错位',
    meaning: {
      en: 'a word lost or moved: our mistake',
      zh: '页面与原文不一致。这是程序的错误，不是文件的错误。',
    },
    todo: {
      en: 'please report it together with the file',
      zh: '请把这个文件连同本条信息报告给维护者。',
    },
  },
  'ordinal-sequence': {
    severity: 'warning',
    name: '序号不连续',
    meaning: {
      en: 'a number that skips or comes twice',
      zh: '序号跳过或重复：可能漏了一行，或识别有误。',
    },
    todo: {
      en: 'compare with the original; its own misprints stay',
      zh: '对照原件。识别有误就改正；原件就这样印的，不必处理。',
    },
  },
  'unique-anchor': {
    severity: 'warning',
    name: '序号重复',
    meaning: {
      en: 'two units with the same printed numbers; the second gets an address like `s1-15.2`',
      zh: '两条的序号完全相同，后一条的地址末尾加 .2。',
    },
    todo: {
      en: 'compare with the original; its own misprints stay',
      zh: '对照原件。识别有误就改正；原件就这样印的，不必处理。',
    },
  },
  'unknown-label': {
    severity: 'warning',
    name: '疑似序号',
    meaning: {
      en: 'looks like a number and was not understood; it stands as a paragraph',
      zh: '看起来像序号，但不合任何一种写法，暂作普通段落。',
    },
    todo: {
      en: 'correct what was misread; nothing, if it is printed so',
      zh: '识别有误就改正；原件就这样印的，不必处理。',
    },
  },
  'unclosed-title': {
    severity: 'warning',
    name: '书名号不成对',
    meaning: {
      en: 'a title mark without the other; nothing is linked by guess',
      zh: '书名号只有一半，因此没有链接。',
    },
    todo: {
      en: 'compare with the original, add an erratum if a mark was lost',
      zh: '对照原件；丢了半个书名号的，记一条勘误。',
    },
  },
  'ambiguous-title': {
    severity: 'warning',
    name: '题名对应多份文件',
    meaning: {
      en: 'a name of several works; it stays undecided',
      zh: '同一题名可能指几份文件，因此没有链接。',
    },
    todo: {
      en: 'give the name an `in` in `seeds/works.yaml`',
      zh: '在 seeds/works.yaml 里给这个名称写上 in，说明哪几件公文指它。',
    },
  },
  'title-and-number': {
    severity: 'warning',
    name: '题名与文号不符',
    meaning: {
      en: 'a title and the number behind it name two documents',
      zh: '题名与其后的文号指向不同的文件，因此没有链接。',
    },
    todo: {
      en: 'compare with the original, mend `seeds/works.yaml`',
      zh: '对照原件，改正 seeds/works.yaml。',
    },
  },
  'sidecar-syntax': yamlSyntax('补充文件（.yaml）', 'the sidecar'),
  'sidecar-schema': yamlSchema('补充文件（.yaml）', 'the sidecar'),
  'sidecar-alone': {
    severity: 'error',
    name: '补充文件没有对应的原文',
    meaning: {
      en: 'a sidecar without a seed that holds more, or less, than moves and withdrawals',
      zh: '同名的原文不在；没有原文时，只能记录地址变动。',
    },
    todo: {
      en: 'restore the seed, or rename the sidecar after it',
      zh: '放回原文，或者按原文的名字改名。',
    },
  },
  original: {
    severity: 'error',
    name: '原件缺失或被改动',
    meaning: {
      en: 'the original file beside a seed is gone or not the one that was added',
      zh: '原文是从这个文件读出来的，它不在了，或者与登记的校验值不符。',
    },
    todo: {
      en: 'put the file back as it was, or take `original` out of the sidecar',
      zh: '放回原来的文件；确已不用的，从同名 .yaml 里删去 original。',
    },
  },
  erratum: {
    severity: 'error',
    name: '勘误与原文对不上',
    meaning: {
      en: 'the words of an erratum do not stand on that line, or more than once',
      zh: '勘误所写的字不在那一行，或者不止一处。',
    },
    todo: {
      en: 'copy the words from the seed, count its lines as an editor does',
      zh: '从原文照抄这几个字，行号以编辑器为准；不止一处的写 occurrence。',
    },
  },
  'fact-stated': {
    severity: 'error',
    name: '补记的事项原文已有',
    meaning: {
      en: 'a fact of the sidecar that the text says itself; a warning where both say the same',
      zh: '补充文件里写的事项，原文已经写明；两处一致的只是提示。',
    },
    todo: {
      en: 'take the fact out; where the text is wrong, record an erratum',
      zh: '从 facts 里删去；原文确有错误的，记一条勘误。',
    },
  },
  topic: {
    severity: 'error',
    name: '主题更正有误',
    meaning: {
      en: 'a topic correction of an unknown clause or topic, or one that changes nothing',
      zh: '所写的条款或主题不存在，或者要加的已有、要删的本无。',
    },
    todo: {
      en: 'compare with `seeds/links.yaml` and with the anchors of the notice',
      zh: '与 links.yaml 和公文的条款地址核对后改正。',
    },
  },
  'works-syntax': yamlSyntax('文件库（works.yaml）', '`seeds/works.yaml`'),
  'works-schema': yamlSchema('文件库（works.yaml）', '`seeds/works.yaml`'),
  'works-id': {
    severity: 'error',
    name: '文件标识重复',
    meaning: { en: 'an id given twice', zh: '两份文件用了同一个 id。' },
    todo: { en: 'give each work an id of its own', zh: '一份文件一个 id；已发布的保持不变。' },
  },
  'works-alias': {
    severity: 'error',
    name: '文件名称有歧义',
    meaning: {
      en: 'a name that is too short, too common or used twice',
      zh: '名称过短、是常用词，或已是别的文件的名称。',
    },
    todo: {
      en: 'use a longer name, `marked: true`, or `in`',
      zh: '用更长的名称，或写 marked: true（只在书名号里），或写 in（只在某几件里）。',
    },
  },
  'works-phrase': {
    severity: 'error',
    name: '短语记录有误',
    meaning: {
      en: 'parts that are not in their phrase, or neither parts nor a reason',
      zh: '各部分不在短语里，或者既没写所指、也没写未定的理由。',
    },
    todo: {
      en: 'cut the parts out of the phrase as printed; `parts` or `undecided`',
      zh: '照印出的字截取各部分；parts 与 undecided 二选一。',
    },
  },
  'works-relation': {
    severity: 'error',
    name: '所指文件不存在',
    meaning: {
      en: 'an id that leads nowhere, or to itself',
      zh: '所写的 id 没有对应的文件，或者指向自身。',
    },
    todo: {
      en: 'look for a slip of the pen, or add the work first',
      zh: '检查拼写，或先收录那份文件。',
    },
  },
  'links-syntax': yamlSyntax('主题对应（links.yaml）', '`seeds/links.yaml`'),
  'links-schema': yamlSchema('主题对应（links.yaml）', '`seeds/links.yaml`'),
  'links-target': {
    severity: 'error',
    name: '对应的一端不存在',
    meaning: {
      en: 'a topic link whose notice, clause, work or section is not there',
      zh: '所写的公文、条款、文件或章节不存在。',
    },
    todo: {
      en: 'compare with `npm run inspect` and the outline in `seeds/works.yaml`',
      zh: '核对条款编号和文件的章节；不再需要的删去。',
    },
  },
  'links-duplicate': {
    severity: 'error',
    name: '对应关系重复',
    meaning: {
      en: 'a clause and a section linked twice',
      zh: '同一条款与同一章节写了两遍。',
    },
    todo: { en: 'put all terms into one link', zh: '合并成一条。' },
  },
  'links-moved': {
    severity: 'warning',
    name: '对应的条款地址已变动',
    meaning: {
      en: 'a topic link to a clause that was moved or withdrawn',
      zh: '所写的条款已经迁移或撤下。',
    },
    todo: {
      en: 'name the clause that has its terms now, or take the link out',
      zh: '改写成现在的条款；不再需要的删去。',
    },
  },
  'address-lock': {
    severity: 'error',
    name: '地址锁缺失或损坏',
    meaning: {
      en: 'the lock of published addresses is missing or damaged',
      zh: 'seeds/addresses.json 不在，或被改动过。',
    },
    todo: {
      en: 'restore it from version control; for a new archive run `npm run publish-addresses`',
      zh: '从版本库恢复；新建的库运行 npm run publish-addresses。',
    },
  },
  'lost-address': {
    severity: 'error',
    name: '已发布的地址失效',
    meaning: {
      en: 'a published address is gone or means another text, and no record says where it went',
      zh: '已发布的地址不在了，或指向别的文字，又没有记录去向。',
    },
    todo: {
      en: 'write the lines the message proposes into the sidecar',
      zh: '把提示的那几行写进同名 .yaml（迁移 moves 或撤下 withdrawals）。',
    },
  },
  'move-itself': move('迁移到自身', 'a record that leads to itself', '记录的去向就是原地址。'),
  'move-circle': move('迁移记录循环', 'records that lead in a circle', '几条记录首尾相接。'),
  'move-nowhere': move(
    '迁移目标不存在',
    'a record that leads nowhere',
    '记录的去向不在库里，也没有再迁移。',
  ),
  'move-needless': move(
    '地址仍在原处',
    'a record of an address that is as it was',
    '这个地址没有变，不需要记录。',
  ),
  'move-twice': move('地址重复记录', 'one record too many', '同一地址的记录比变动的次数多。'),
  'move-unpublished': {
    ...move('地址从未发布', 'a record of an address nobody was given', '这个地址没有发布过。'),
    severity: 'warning',
  },
};

function yamlSyntax(zh: string, en: string): Rule {
  return {
    severity: 'error',
    name: `${zh}语法错误`,
    meaning: { en: `${en} is no YAML`, zh: `${zh}不是合法的 YAML。` },
    todo: {
      en: 'compare with the entries around it',
      zh: '对照前后各条：下一级缩进两格，冒号后空一格，含“: ”或“ #”的文字加引号。',
    },
  };
}

function yamlSchema(zh: string, en: string): Rule {
  return {
    severity: 'error',
    name: `${zh}内容不符`,
    meaning: {
      en: `${en} has an unknown key, lacks one, or a value is out of range`,
      zh: '有未知的键、缺少的键，或取值不在范围内。',
    },
    todo: {
      en: 'look for a slip of the pen; editors know the keys by the schema beside the seeds',
      zh: '检查拼写；编辑器按 seeds 里的 schema 可以提示有哪些键、怎么取值。',
    },
  };
}

function move(name: string, en: string, zh: string): Rule {
  return {
    severity: 'error',
    name,
    meaning: { en, zh },
    todo: {
      en: 'mend or delete the record under `moves` or `withdrawals`',
      zh: '改正或删去 moves、withdrawals 里的这一条。',
    },
  };
}

/**
 * What is known of a rule.
 * @param ruleId of a message
 * @returns what can be said of any rule, for one that is not in the list
 */
export function ruleOf(ruleId: string): Pick<Rule, 'name' | 'todo'> {
  return RULES[ruleId] ?? { name: ruleId, todo: { en: '', zh: '' } };
}
