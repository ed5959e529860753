/** A URL outside the site: a link for http and https, else plain text. */
export function OutsideLink({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span>{url}</span>
  return (
    <a href={url} data-external="" rel="noopener noreferrer nofollow" className="[overflow-wrap:anywhere]">
      {url.replace(/^https?:\/\//i, '')}
    </a>
  )
}
