import { redirect } from 'next/navigation'
import { PRODUCTS_URL } from '@/lib/urls'

/** There is no list of all numbers: readers browse articles by product. */
export default function KbPage() {
  redirect(PRODUCTS_URL)
}
