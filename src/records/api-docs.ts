/** The API as its schemas explain it. */

/** One file of the API with its fields. */
export interface ApiDoc {
  file: string;
  title: string;
  fields: { name: string; type: string; text: string }[];
}

/** @returns every file of the API */
export function apiDocs(): ApiDoc[] {
  return [
    {
      file: 'api/notices.json',
      title: '全部公文',
      fields: [
        { name: 'id', type: '字符串', text: '公文标识，即页面地址的一部分。' },
        { name: 'date', type: '字符串或 null', text: '成文日期；公文没有载明的为 null。' },
      ],
    },
  ];
}
