import type { APIRoute, GetStaticPaths } from 'astro';
import { notices } from '../../archive.ts';
import { type Format, FORMATS } from '../../exports/formats.ts';
import type { Finished } from '../../exports/json.ts';

/** `notices/<id>.docx`, `.txt`, `.md`, `.csv`, `.xml`: a notice to take along, made from the tree of its page. */
export const getStaticPaths: GetStaticPaths = () =>
  notices.flatMap((finished) =>
    FORMATS.map((format) => ({
      params: { id: finished.notice.id, extension: format.extension },
      props: { finished, format },
    })),
  );

const ids = new Set(notices.map(({ notice }) => notice.id));

export const GET: APIRoute<{ finished: Finished; format: Format }> = async ({ props }) => {
  const { finished, format } = props;
  const body = await format.write(finished, (id) => ids.has(id));
  return new Response(body as BodyInit, { headers: { 'Content-Type': format.type } });
};
