import { execute, type IndexDatabase } from '@/lib/kb-index/file/driver'

/**
 * Derives which numbers articles cite and the collection lacks. CROSS JOIN fixes the order of the joins: few links are dead,
 * and any other order would read all links for each change of one file.
 */
export function deriveWanted(database: IndexDatabase): void {
  execute(
    database,
    `
    DELETE FROM wanted;
    INSERT INTO wanted (number, citationCount)
      SELECT target, 0 FROM (SELECT DISTINCT target FROM link)
      WHERE NOT EXISTS (SELECT 1 FROM article WHERE number = target) AND NOT EXISTS (SELECT 1 FROM alias WHERE alias = target);
    UPDATE wanted SET
      (citationCount, firstCited, lastCited) = (
        SELECT count(DISTINCT source), min(coalesce(reviewed, released)), max(coalesce(reviewed, released))
        FROM link CROSS JOIN article ON article.number = source WHERE target = wanted.number),
      -- Of equally frequent titles the longest, since titles get cut.
      title = (
        SELECT citedTitle FROM link WHERE target = wanted.number AND citedTitle IS NOT NULL
        GROUP BY citedTitle ORDER BY count(*) DESC, length(citedTitle) DESC, citedTitle LIMIT 1);
    DELETE FROM wantedProduct;
    -- Groups stand for their products; in a collection without groups the products stand for themselves.
    INSERT INTO wantedProduct (productId, number, citationCount)
      SELECT productId, wanted.number, count(DISTINCT source)
      FROM wanted
      CROSS JOIN link ON link.target = wanted.number
      CROSS JOIN articleProduct ON articleProduct.number = source
      CROSS JOIN product ON product.id = productId
      WHERE product.isGroup OR NOT product.isInGroup
      GROUP BY productId, wanted.number;`,
  )
}
