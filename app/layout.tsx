import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { ThemeScript } from '@/components/layout/theme-script'
import './globals.css'
import { getNonce, getOrigin } from './request-headers'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#10151d' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: await getOrigin(),
    applicationName: 'KB Viewer',
    openGraph: { siteName: 'KB Viewer', locale: 'en_US', type: 'website' },
    // A row of digits is a KB number, never a telephone number.
    formatDetection: { telephone: false },
  }
}

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    // The theme script sets an attribute before React sees the element.
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript nonce={await getNonce()} />
      </head>
      <body className="flex flex-col">{children}</body>
    </html>
  )
}
