import { CountText } from '@/components/ui/count-text'
import { Pagination } from '@/components/ui/pagination'
import type { SignaturePage } from '@/lib/kb/signatures/signature-page'
import { signatureUrl } from '@/lib/urls'
import { BuildPlaces } from './build-places'
import { FileVersionList } from './file-version-list'
import { SignatureArticles } from './signature-articles'
import { SignatureFacts } from './signature-facts'
import { SignatureList } from './signature-list'

/** Everything about a signature: what it is, where it belongs, and the articles that mention it. */
export function SignatureView({ signature }: { signature: SignaturePage }) {
  const { id, kind, narrower, articles, build, versions } = signature
  return (
    <>
      <SignatureFacts signature={signature} />
      {narrower.length > 0 && (
        <section aria-labelledby="narrower" className="mb-9">
          <h2 id="narrower" className="mb-2 text-[1.375rem] font-[640]">
            {kind === 'event' ? 'By source' : 'With more of the message'}
          </h2>
          <SignatureList signatures={narrower} />
        </section>
      )}
      {build && <BuildPlaces places={build.places} />}
      {build && build.sameVersion.length > 0 && (
        <section aria-labelledby="files" className="mb-9">
          <h2 id="files" className="mb-2 text-[1.375rem] font-[640]">
            Files of this version
          </h2>
          <FileVersionList title="Files" versions={build.sameVersion} by="file" />
        </section>
      )}
      {versions.length > 0 && (
        <details className="mb-9 max-w-[780px] rounded-xl border border-line px-4 py-2.5">
          <summary className="min-h-6 font-semibold">
            Versions that articles name, the newest {versions[0]?.version}
          </summary>
          <div className="pt-3">
            <FileVersionList title="Versions" versions={versions} by="version" />
          </div>
        </details>
      )}
      <section aria-labelledby="articles" className="mb-9">
        <h2 id="articles" className="mb-2 text-[1.375rem] font-[640]">
          {articles.itemCount === 0 ? (
            'No article here mentions it so'
          ) : (
            <>
              <CountText count={articles.itemCount} noun="article" />{' '}
              {articles.itemCount === 1 ? 'mentions' : 'mention'} it
            </>
          )}
        </h2>
        {articles.items.length > 0 && <SignatureArticles articles={articles.items} />}
        <Pagination {...articles} urlOf={(page) => signatureUrl(id, page)} />
      </section>
    </>
  )
}
