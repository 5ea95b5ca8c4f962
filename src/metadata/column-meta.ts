/** 栏目: the columns of the site as 国办发〔2017〕47号 (附件2) has them tagged. */

/** A `<meta>`: Open Graph has `property`, everything else `name`. */
export interface Meta {
  name?: string;
  property?: string;
  content: string;
}

/** A column. The home page, search and what tells of the site's own state are none. */
interface Column {
  name: string;
  /** 栏目类别; null where the document names none that is true of it. */
  type: '政策文件' | null;
  /** Its list page; null: it is the home page, which has no tags of a column. */
  page: string | null;
  /** Words of the list page. */
  keywords: string[];
  /** Folders whose pages belong to it. */
  folders: string[];
}

const COLUMNS: readonly Column[] = [
  {
    name: '公文',
    type: '政策文件',
    page: null,
    keywords: [],
    folders: ['notices/', 'sources/'],
  },
  {
    name: '文件库',
    type: '政策文件',
    page: 'works.html',
    keywords: ['纲要', '规划', '意见', '标准', '专项行动'],
    folders: ['works/'],
  },
  {
    name: '引用关系',
    type: null,
    page: 'citations.html',
    keywords: ['公文', '引用', '文件库'],
    folders: [],
  },
  {
    name: '条文目录',
    type: '政策文件',
    page: 'contents.html',
    keywords: ['公文', '条文', '目录'],
    folders: [],
  },
  {
    name: '关于本站',
    type: null,
    page: 'about.html',
    keywords: ['公文存档', '标注', '引用', '报错'],
    folders: [],
  },
];

/**
 * The tags of the column a page is the list of, or belongs to.
 * @param page its path in the site and its description
 * @returns of a list page all four, of one that belongs to a column its name and type; none for other pages
 */
export function columnMeta({ path, description }: { path: string; description: string }): Meta[] {
  const column = COLUMNS.find(
    ({ page, folders }) => page === path || folders.some((folder) => path.startsWith(folder)),
  );
  if (!column) return [];
  const { name, type, page, keywords } = column;
  return [
    { name: 'ColumnName', content: name },
    ...(type === null ? [] : [{ name: 'ColumnType', content: type }]),
    ...(page === path
      ? [
          { name: 'ColumnDescription', content: description },
          { name: 'ColumnKeywords', content: keywords.join(',') },
        ]
      : []),
  ];
}
