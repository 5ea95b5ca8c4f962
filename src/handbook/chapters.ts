/** The chapters of the handbook, as `src/handbook/*.mdx` hold them. */
import type { MDXInstance } from 'astro';

/** What stands above the text of a chapter. */
interface ChapterFacts {
  title: string;
  /** One sentence: the page's description and its line on the first page. */
  description: string;
  /** Its place in the handbook; no two chapters have the same. */
  order: number;
}

/** A chapter and the address of its page. */
export interface Chapter extends Omit<ChapterFacts, 'order'> {
  /** Name of its file: `errata`; of the first page `index`. */
  name: string;
  /** `handbook/errata.html` */
  url: string;
  Content: MDXInstance<ChapterFacts>['Content'];
  /** Headings of the second level with their ids. */
  sections: { id: string; text: string }[];
}

const files = import.meta.glob<MDXInstance<ChapterFacts>>('./*.mdx', { eager: true });

/** All chapters in reading order; the first is the entry of the handbook. */
export const chapters: Chapter[] = Object.entries(files)
  .sort(([, one], [, other]) => one.frontmatter.order - other.frontmatter.order)
  .map(([path, { frontmatter, Content, getHeadings }]) => {
    const name = path.replace(/^\.\/(.*)\.mdx$/, '$1');
    const { title, description } = frontmatter;
    const sections = getHeadings()
      .filter(({ depth }) => depth === 2)
      .map(({ slug, text }) => ({ id: slug, text }));
    return { name, url: `handbook/${name}.html`, title, description, Content, sections };
  });
