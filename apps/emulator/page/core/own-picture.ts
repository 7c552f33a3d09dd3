import { html, type TemplateResult } from 'lit-html';

/** The address of a picture that this page may show: the world's own, or one that carries itself. Others' hosts are never asked. */
export const ownPicture = (url: string | undefined): string | undefined =>
  url !== undefined && /^(?:\/(?!\/)|data:image\/|blob:)/.test(url) ? url : undefined;

/** That picture, or what stands in its place. */
export function ownImage<Other>(url: string | undefined, otherwise: Other): TemplateResult | Other {
  const own = ownPicture(url);
  return own ? html`<img src=${own} alt="" loading="lazy" />` : otherwise;
}
