import { formatCount } from '@/components/ui/count-text'
import { Fold } from '@/components/ui/fold'
import { Pagination } from '@/components/ui/pagination'
import { TitledSection } from '@/components/ui/titled-section'
import type { SignaturePage } from '@/lib/kb/signature-page'
import { signatureUrl } from '@/lib/urls'
import { BuildPlaces } from './build-places'
import { FileVersionList } from './file-version-list'
import { SignatureArticles } from './signature-articles'
import { SignatureFacts } from './signature-facts'
import { SignatureLinks } from './signature-links'

/** A signature with what it means, related ones and the articles that mention it. */
export function SignatureView({ signature }: { signature: SignaturePage }) {
  const { id, kind, narrower, articles, build, versions } = signature
  const count = articles.itemCount
  return (
    <>
      <SignatureFacts signature={signature} />
      {narrower.length > 0 && (
        <TitledSection title={kind === 'event' ? 'By source' : 'Longer forms'} className="mb-9" gap="mb-2">
          <SignatureLinks signatures={narrower} />
        </TitledSection>
      )}
      {build && <BuildPlaces places={build.places} />}
      {build && build.sameVersion.length > 0 && (
        <TitledSection title="Files with this version" className="mb-9" gap="mb-2">
          <FileVersionList title="Files" versions={build.sameVersion} by="file" />
        </TitledSection>
      )}
      {versions.length > 0 && (
        <Fold title={`Versions mentioned (newest: ${versions[0]?.version})`} className="mb-9 max-w-[780px]">
          <div className="pt-3">
            <FileVersionList title="Versions" versions={versions} by="version" />
          </div>
        </Fold>
      )}
      <TitledSection
        title={
          count === 0
            ? 'No article mentions it in this form'
            : `${formatCount(count, 'article')} ${count === 1 ? 'mentions' : 'mention'} it`
        }
        className="mb-9"
        gap="mb-2"
      >
        {articles.items.length > 0 && <SignatureArticles articles={articles.items} />}
        <Pagination {...articles} urlOf={(page) => signatureUrl(id, page)} />
      </TitledSection>
    </>
  )
}
