-- The index of a content folder. It is derived: delete it at any moment, and the same answers come back.
-- A change of this file needs a new SCHEMA_VERSION in open.ts; an index of another version is rebuilt, never migrated.

-- Every article file that was seen, served or not, so that an update reads only what has changed.
CREATE TABLE file (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  mtimeMs REAL NOT NULL,
  number INTEGER,             -- the number that the file claims, if it could be read
  numberLine INTEGER
) WITHOUT ROWID;
CREATE INDEX fileNumber ON file (number);

-- What is wrong. `scope` is 'file' for a fault of one file and 'collection' for one that several files make together.
CREATE TABLE problem (
  path TEXT NOT NULL,
  line INTEGER NOT NULL,
  number INTEGER,
  message TEXT NOT NULL,
  isNote INTEGER NOT NULL DEFAULT 0,
  scope TEXT NOT NULL CHECK (scope IN ('file', 'collection'))
);
CREATE INDEX problemPath ON problem (path);

-- The update series that series.yaml files describe: for which release each is, and which series it follows.
CREATE TABLE series (
  line TEXT NOT NULL,
  product TEXT NOT NULL,
  shortName TEXT NOT NULL,
  follows TEXT,               -- the line of the series before
  releaseName TEXT NOT NULL,
  releaseArticle INTEGER,
  releaseDate TEXT,
  releaseBuild TEXT,
  lastUpdate INTEGER,         -- NULL: no source says that a series has ended
  path TEXT NOT NULL,
  fileLine INTEGER NOT NULL,
  PRIMARY KEY (path, fileLine)
) WITHOUT ROWID;

CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  contentHash TEXT NOT NULL,
  title TEXT NOT NULL,
  shortTitle TEXT,
  kind TEXT,
  provenance TEXT,
  products TEXT NOT NULL,     -- a JSON array of names
  released TEXT,
  reviewed TEXT,
  build TEXT,
  line TEXT,
  description TEXT NOT NULL,
  withdrawn TEXT,             -- when and why
  -- Derived from the statements of all articles.
  lineSlug TEXT,
  state TEXT NOT NULL DEFAULT 'no-replacement-known',
  supersededBy INTEGER,
  currentArticle INTEGER,
  stepsToCurrent INTEGER      -- how many replacements lie between it and the current article
);
CREATE INDEX articleSupersededBy ON article (supersededBy) WHERE supersededBy IS NOT NULL;
CREATE INDEX articleReviewed ON article (reviewed DESC, number);
CREATE INDEX articleLine ON article (line) WHERE line IS NOT NULL;
CREATE INDEX articleLineSlug ON article (lineSlug) WHERE lineSlug IS NOT NULL;
-- Few articles name a build, and the check of a build asks for all that do.
CREATE INDEX articleBuild ON article (number) WHERE build IS NOT NULL;
CREATE INDEX articleState ON article (state) WHERE state <> 'no-replacement-known';

-- Other numbers under which an article was published.
CREATE TABLE alias (
  alias INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (alias, number)
) WITHOUT ROWID;
CREATE INDEX aliasNumber ON alias (number);

-- "Subject replaces / fixes / requires object", as one article states it, in its front matter, its text or both.
CREATE TABLE statement (
  kind TEXT NOT NULL CHECK (kind IN ('replaces', 'fixes', 'requires')),
  subject INTEGER,            -- NULL: no successor is named, or a release fixes it
  object INTEGER,             -- NULL: what is required is a release
  release TEXT,               -- the slug of lib/kb/data/release-table.ts, NULL for a name that is not in it
  releaseName TEXT,           -- as the article writes it
  part TEXT,                  -- the section of the object that alone is replaced, where it is named
  isPartial INTEGER NOT NULL,
  statedBy INTEGER NOT NULL,
  fileLine INTEGER NOT NULL,
  sentence TEXT,              -- the words that state it
  section TEXT,               -- the heading above them
  origin TEXT NOT NULL CHECK (origin IN ('front-matter', 'text', 'both'))
);
CREATE INDEX statementStatedBy ON statement (statedBy);
-- Sorted as it is read: one update may replace 100,000.
CREATE INDEX statementObject ON statement (kind, object, subject, statedBy);
CREATE INDEX statementSubject ON statement (kind, subject, object, statedBy);
CREATE INDEX statementRelease ON statement (kind, release, object) WHERE release IS NOT NULL;

CREATE TABLE link (
  source INTEGER NOT NULL,
  target INTEGER NOT NULL,
  fileLine INTEGER NOT NULL,
  citedTitle TEXT,
  context TEXT NOT NULL,
  isExplicit INTEGER NOT NULL,
  isFile INTEGER NOT NULL DEFAULT 0  -- derived from fileLink
);
CREATE INDEX linkSource ON link (source);
CREATE INDEX linkTarget ON link (target, source);
CREATE INDEX linkFile ON link (isFile) WHERE isFile = 1;

-- Links to the files of other articles, whose numbers are known when all files have been read.
CREATE TABLE fileLink (
  source INTEGER NOT NULL,
  path TEXT,                  -- below the content folder; NULL for one outside of it
  url TEXT NOT NULL,
  fileLine INTEGER NOT NULL,
  citedTitle TEXT,
  context TEXT NOT NULL
);
CREATE INDEX fileLinkSource ON fileLink (source);

-- Files beside articles that they show as pictures or lead to. `sha256` is NULL for one that readers cannot have.
CREATE TABLE picture (
  number INTEGER NOT NULL,    -- 0: the logo of the site
  url TEXT NOT NULL,          -- as the article writes it
  path TEXT,                  -- below the content folder; NULL for one outside of it
  sha256 TEXT,
  type TEXT,                  -- of a picture, or 'file' for one to download
  width INTEGER,
  height INTEGER,
  size INTEGER,
  mtimeMs REAL,
  PRIMARY KEY (number, url)
) WITHOUT ROWID;
CREATE INDEX pictureSha256 ON picture (sha256, path) WHERE sha256 IS NOT NULL;

-- Derived: numbers that articles link to and the collection lacks.
CREATE TABLE wanted (
  number INTEGER PRIMARY KEY,
  title TEXT,                 -- as most of the citing articles write it
  citationCount INTEGER NOT NULL,
  firstCited TEXT,
  lastCited TEXT
);
CREATE INDEX wantedRank ON wanted (citationCount DESC, number);
CREATE TABLE wantedProduct (
  productId INTEGER NOT NULL,
  number INTEGER NOT NULL,
  citationCount INTEGER NOT NULL,
  PRIMARY KEY (productId, number)
) WITHOUT ROWID;

-- What the update of a line says of its installation, paragraph by paragraph.
CREATE TABLE updateNote (
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (number, position)
) WITHOUT ROWID;

-- Releases with their builds, as the tables of builds in articles state them.
CREATE TABLE tabledRelease (
  source INTEGER NOT NULL,    -- the article that has the table
  position INTEGER NOT NULL,
  product TEXT NOT NULL,
  name TEXT NOT NULL,
  build TEXT NOT NULL,        -- without leading zeros
  number INTEGER,             -- the article about the release, which may be missing
  PRIMARY KEY (source, position)
) WITHOUT ROWID;

-- Signatures: error codes, events, stop codes, messages, bulletins, files and versions that articles mention.
CREATE TABLE signature (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,  -- as in addresses: 0x80070643, event-11306-msiinstaller
  kind TEXT NOT NULL,
  broader TEXT,               -- the name of the wider one: event-11306
  -- Derived from the mentions.
  label TEXT NOT NULL,        -- as most articles write it
  articleCount INTEGER NOT NULL
);
CREATE INDEX signatureKind ON signature (kind, articleCount DESC, name) WHERE broader IS NULL;
CREATE INDEX signatureBroader ON signature (broader) WHERE broader IS NOT NULL;
CREATE TABLE signatureMention (
  signatureId INTEGER NOT NULL,
  number INTEGER NOT NULL,
  label TEXT,                 -- as this article writes it
  context TEXT NOT NULL,      -- the sentence or line of the first mention
  PRIMARY KEY (signatureId, number)
) WITHOUT ROWID;
CREATE INDEX signatureMentionNumber ON signatureMention (number);

-- Versions of files. The order is that of the four numbers; a part that is not written is 0.
CREATE TABLE fileVersion (
  fileName TEXT NOT NULL,     -- in small letters
  part1 INTEGER NOT NULL,
  part2 INTEGER NOT NULL,
  part3 INTEGER NOT NULL,
  part4 INTEGER NOT NULL,
  version TEXT NOT NULL,      -- without leading zeros
  number INTEGER NOT NULL,
  context TEXT NOT NULL,
  PRIMARY KEY (fileName, part1, part2, part3, part4, version, number)
) WITHOUT ROWID;
CREATE INDEX fileVersionVersion ON fileVersion (version);
CREATE INDEX fileVersionNumber ON fileVersion (number);

-- Products, and the groups of products that an archive names.
CREATE TABLE product (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- Derived from the names and articles of all, so that the order in which files are read changes nothing.
  slug TEXT UNIQUE,
  isGroup INTEGER NOT NULL DEFAULT 0,
  isInGroup INTEGER NOT NULL DEFAULT 0,
  articleCount INTEGER NOT NULL DEFAULT 0,
  isHidden INTEGER NOT NULL DEFAULT 0,
  shownAs TEXT                -- a group's name in lists, where the owner has renamed it
);
CREATE TABLE articleProduct (
  productId INTEGER NOT NULL,
  number INTEGER NOT NULL,
  isGroup INTEGER NOT NULL,   -- the article names it as its group
  PRIMARY KEY (productId, number)
) WITHOUT ROWID;
CREATE INDEX articleProductNumber ON articleProduct (number);

-- Derived from the names of products: families, and one row for each version of a family.
CREATE TABLE family (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  wholeId INTEGER,            -- the family of a version; NULL for a family
  line TEXT,                  -- the product of a version, such as Windows NT Server
  version TEXT,
  articleCount INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX familyVersions ON family (wholeId) WHERE wholeId IS NOT NULL;
CREATE TABLE familyProduct (
  familyId INTEGER NOT NULL,
  productId INTEGER NOT NULL,
  PRIMARY KEY (familyId, productId)
) WITHOUT ROWID;
CREATE INDEX familyProductProduct ON familyProduct (productId);

-- The former texts of articles and, for an article that has any, the present one.
CREATE TABLE edition (
  number INTEGER NOT NULL,
  day TEXT NOT NULL,
  before TEXT,                -- the day of the edition before; NULL for the first
  added INTEGER,              -- words that the edition before had not
  removed INTEGER,
  blocks TEXT NOT NULL,       -- a JSON array of { text, section }
  PRIMARY KEY (number, day)
) WITHOUT ROWID;
CREATE INDEX editionDay ON edition (day) WHERE before IS NOT NULL;

-- What site.yaml says, as JSON; at most one row.
CREATE TABLE site (
  settings TEXT NOT NULL
);

-- How site.yaml wants names shown.
CREATE TABLE productRule (
  name TEXT NOT NULL,
  shownAs TEXT,
  isHidden INTEGER NOT NULL,
  path TEXT NOT NULL,
  fileLine INTEGER NOT NULL,
  PRIMARY KEY (path, fileLine)
) WITHOUT ROWID;

-- Full text. An article's ordinal is its place in the lists of postings; it is never used again.
CREATE TABLE articleText (
  number INTEGER PRIMARY KEY,
  ordinal INTEGER NOT NULL,
  firstWord INTEGER NOT NULL, -- its title and text take these positions in the sequence of all words
  wordCount INTEGER NOT NULL,
  keywords TEXT NOT NULL,     -- what leads to the article beside its title, its products and its text
  products TEXT NOT NULL,
  body BLOB NOT NULL          -- the text, compressed
);
-- What the search reads of all articles, without their texts.
CREATE UNIQUE INDEX articleTextOrdinal ON articleText (ordinal, number, firstWord);
CREATE TABLE posting (
  term TEXT PRIMARY KEY,
  articleCount INTEGER NOT NULL,
  articles BLOB NOT NULL      -- ordinals and impacts: see posting-list.ts
) WITHOUT ROWID;
-- Plain words as they are written, from which typing errors are repaired.
CREATE TABLE word (
  word TEXT PRIMARY KEY,
  articleCount INTEGER NOT NULL
) WITHOUT ROWID;
-- Where each word stands in the sequence of all words, for phrases: see word-table.ts.
CREATE TABLE wordPosition (
  word TEXT NOT NULL,         -- as it is written, without case and accents
  first INTEGER NOT NULL,     -- the first position of this piece of its list
  positions BLOB NOT NULL,    -- the others: see position-list.ts
  PRIMARY KEY (word, first)
) WITHOUT ROWID;
