import { parseCertainHost } from './host-names'

/** What the words of headings are about: updates, products, computers and their roles. */
const THINGS = `kb kbs hotfix hotfixes hotfixid hotfixids hot fix fixes patch patches patching update updates upgrade upgrades rollup rollups roll up
  ups ru package packages program programs software service pack packs sp sp1 sp2 sp3 security critical cumulative windows microsoft exchange
  sql server servers office outlook net framework internet explorer ie iis x64 x86 r2 rtm qfe wmic systeminfo psinfo get-hotfix ms mbx
  computer computers machine machines host hosts hostname box boxes node nodes system systems os pc workstation workstations domain controller
  controllers dc dcs member mailbox hub transport cas client access edge role roles unified messaging um cluster ccr scc dag
  list lists inventory overview table output result results report id ids number numbers nr article articles title titles name
  names date count total history level status state environment farm site production mail email e-mail operating`

/** What else a heading has that only says that what follows is installed. `To be`, `was` and `had` are not among them. */
const PLAIN: Readonly<Record<string, string>> = {
  English: `installed applied the a an this that these those which what is are has have been got we i you he she they it us my our your
    his her their its following here s of on in at for from with and or both all every each so far as per by already currently current now
    today presently present right successfully yet only below listed shown see found show shows there ve re also plus order installation`,
  German: `installiert installierte installierten installierter installiertes eingespielt eingespielte die der das den dem des ein eine
    diese dieser dieses folgende folgenden folgendes sind ist wurden wurde haben hat wir ich und auf am im in bei von für zu zur zeit mit alle
    allen bereits schon aktuell aktuelle derzeit momentan jetzt heute hier unser unsere unserem unseren mein meinem liste übersicht stand
    rechner computername aktualisierung aktualisierungen sicherheitsupdate sicherheitsupdates windowsupdates softwareupdates betriebssystem
    erfolgreich auch noch patchstand nummer nummern artikel`,
  French: `installé installée installés installées le la les l un une des de du d ce cet cette ces sont est ont a été avons nous j ai
    voici sur dans et au aux notre nos mon déjà actuellement mise mises à jour correctif correctifs logiciel rapide rapides sécurité serveur
    serveurs ordinateur liste suivant suivante suivants suivantes numéro numéros`,
  Spanish: `instalado instalada instalados instaladas el la los las un una de del en se ha han sido está están son es tenemos hemos y
    nuestro mi ya actualmente actualización actualizaciones revisión revisiones parche parches seguridad servidor servidores equipo equipos
    lista siguiente siguientes número números`,
  Italian: `installato installata installati installate il lo la i gli le di del dei degli delle dal sul sulla su nel è sono stati state
    stato abbiamo ho e nostro già attualmente aggiornamento aggiornamenti correzione correzioni sicurezza elenco lista seguente seguenti
    computer numero numeri`,
  Portuguese: `instalado instalada instalados instaladas o a os as um uma de do da dos das na foi foram está estão são temos tenho e
    nosso já atualmente atualização atualizações correção correções segurança servidor servidores computador lista seguinte seguintes número
    números`,
  Dutch: `geïnstalleerd geïnstalleerde de het een dit deze die zijn is op van voor onze ons mijn we wij hebben heeft en al reeds
    momenteel nu alle volgende lijst overzicht bijgewerkt beveiligingsupdates computer nummers`,
  Polish: `zainstalowane zainstalowany zainstalowana zainstalowanych są na w i już obecnie aktualizacja aktualizacje aktualizacji
    poprawki poprawka poprawek serwer serwerze serwera komputer komputerze lista następujące`,
  Russian: `установлен установлена установлено установлены установленные установленных на и в уже следующие обновление обновления
    обновлений исправление исправления исправлений сервер сервере сервера компьютер компьютере компьютера список наши наш`,
}
const KNOWN = new Set([THINGS, ...Object.values(PLAIN)].flatMap((words) => words.split(/\s+/)))

/** Chinese, Japanese and Korean have no blanks between words: what is left without these is something else. */
const EAST_ASIAN =
  /已安[装裝]|インストール(?:済み|され)(?:た|ている|ています)?|설치된|更新(?:程序|プログラム)?|修正(?:プログラム)?|补丁(?:程序)?|修補程式|程序|プログラム|列表|清单|清單|一覧|リスト|服务器|伺服器|サーバー|上|中|的|の|に|は|업데이트|핫픽스|목록|서버|에/gu
const WORD = /[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu
/** A count, a year, a date, a version. Where nothing is counted, nothing is installed. */
const NUMBER = /^(?!0+$)v?\d+(?:[-.]\d+)*(?:st|nd|rd|th)?$/
const EAST_ASIAN_LETTER = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/**
 * Tells whether a heading or the name of a column has no word but those that say that updates are installed, on what, and when.
 * Any language has more ways to say that they are not than a list can hold, so that a word that is not known counts as one.
 */
export function hasPlainWordsOnly(text: string): boolean {
  const spelled = text
    .normalize('NFC')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[’']/g, ' ')
  const words = spelled.replace(EAST_ASIAN, ' ').match(WORD) ?? []
  return words.every((word) => isPlain(word))
}

function isPlain(word: string): boolean {
  const small = word.toLowerCase()
  if (KNOWN.has(small) || NUMBER.test(small)) return true
  if (EAST_ASIAN_LETTER.test(small)) return false
  if (small.includes('-') && small.split('-').every((part) => KNOWN.has(part))) return true
  return /\d/.test(word) && parseCertainHost(word) !== undefined
}

/** What the title of an update has in it, in the languages of Windows. */
const TITLE_WORD =
  /(?<!\p{L})(?:update|upgrade|roll-?up|hot-?fix|patch|security|cumulative|service pack|exchange|windows|microsoft|office|outlook|sql|explorer|\.net|framework|driver|definition|servicing|stack|time zone|certificate|kernel|graphics|runtime|redistributable|malicious|xml|activex|hyper-v|aktualisierung|sicherheit|mise|correctif|actualizaci|aggiornament|atualiza|aktualizac|обновл)|(?<!\p{L})(?:RU|UR|SP|CU)-? ?\d|更新|修正|업데이트/iu
/** How important an update is, and what a tool or a person writes beside one that is installed. */
const REMARK =
  /^(?:important|critical|moderate|low|ok|okay|done|yes|y|ja|oui|s[ií]|true|x|present|current|compliant|applied|deployed|succeeded|success|erfolgreich|fixe?d?|qfe|gdr|english|german|french|spanish|italian|all|neutral|(?:32|64)-?bit|x64-based systems?|\S+\\\S.*)$/i

/**
 * Tells whether what stands beside the number of an update is its title, its date, a version, or says that it is installed. Each part
 * counts by itself: `Update Rollup 23 (on hold)` is more than a title.
 */
export function isDescription(text: string): boolean {
  if (/[✗✘❌❎☐⛔🚫]/u.test(text)) return false
  const parts = text
    .split(/\s[-–—]+\s|[:;,|()[\]\t]|\s{2,}/)
    .map((part) => part.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ''))
  return parts.every((part) => part === '' || TITLE_WORD.test(part) || REMARK.test(part) || hasPlainWordsOnly(part))
}
