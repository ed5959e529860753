import { redirect } from 'next/navigation'
import { PRODUCTS_URL } from '@/lib/urls'

/** Articles are browsed by product; a number is best typed. */
export default function KbPage() {
  redirect(PRODUCTS_URL)
}
