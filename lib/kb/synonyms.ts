import { listWordTerms } from './terms'

/** Terms that do in place of others: all of them together, as the words of a name do. */
export interface Synonym {
  readonly terms: readonly string[]
  /** How much a match of it counts against one of what was typed, from 0 to 1. */
  readonly weight: number
  /** It is another name of the same thing, and not only what people may mean. */
  readonly isName: boolean
}

/** Names of the same thing. Whoever types one means any of them. */
const SAME_THING = `
  owa = outlook web access = webmail
  ndr = non delivery report = undeliverable
  bsod = blue screen = stop error = stop screen
  gpf = gp fault = general protection fault
  ipf = invalid page fault
  av = access violation
  ras = remote access service
  dun = dial up networking = dialup
  mta = message transfer agent
  imc = internet mail connector = ims = internet mail service
  pst = personal folder file = personal folders
  pab = personal address book
  gal = global address list
  dl = distribution list
  oof = out of office
  ie = internet explorer = msie
  oe = outlook express
  iis = internet information server = internet information services
  asp = active server pages
  nt = windows nt = winnt
  nt4 = nt 4
  win95 = windows 95 = w95
  win98 = windows 98 = w98
  win31 = windows 3.1
  win2k = windows 2000 = w2k
  wfw = windows for workgroups = wfwg
  dos = ms dos = msdos
  vb = visual basic
  vb3 = visual basic 3.0
  vb4 = visual basic 4.0
  vb5 = visual basic 5.0
  vb6 = visual basic 6.0
  vba = visual basic for applications
  vc = visual c++ = vc++ = msvc
  vfp = visual foxpro
  vss = visual sourcesafe = sourcesafe
  vj = visual j++
  mfc = microsoft foundation class
  sms = systems management server
  sna = sna server
  sp = service pack
  sp1 = service pack 1
  sp2 = service pack 2
  sp3 = service pack 3
  sp4 = service pack 4
  sp5 = service pack 5
  sp6 = service pack 6
  sr1 = service release 1
  pdc = primary domain controller
  bdc = backup domain controller
  dc = domain controller
  ad = active directory
  gpo = group policy = group policy object
  rras = routing and remote access
  vpn = virtual private network
  pptp = point to point tunneling protocol
  isp = internet service provider
  nic = network card = network adapter = network adapter card = netcard
  regedit = registry editor = regedt32
  perfmon = performance monitor
  progman = program manager
  winfile = file manager
  cmd = command prompt
  efd = electronic forms designer
  dde = dynamic data exchange
  ole = object linking and embedding
  odbc = open database connectivity
  dao = data access objects
  rdo = remote data objects
  ado = activex data objects
  mdac = data access components
  sproc = stored procedure
  dts = data transformation services
  mts = transaction server = microsoft transaction server
  msmq = message queue
  hal = hardware abstraction layer
  cpu = processor
  cdrom = cd rom = compact disc
  hd = hard disk = hard drive
  pc = computer = machine
  dll = dynamic link library
  ocx = custom control = activex control
  gui = user interface
  ui = user interface
  dlg = dialog = dialog box
  msg = message
  err = error
  pwd = password
  config = configuration
  admin = administrator = administration
  db = database
  app = application = program
  exe = executable
  param = parameter
  spec = specification
  info = information
  jpg = jpeg
  htm = html
  tif = tiff
  ppt = powerpoint
  xl = excel
  ps = postscript
  fs = flight simulator = flightsim = flight sim
  autodial = dial automatically
  hotfix = qfe = patch
  upgrade = update
  email = e mail = mail
  logon = login = log on = log in = sign in
  logoff = logout = log off = log out
  setup = installation = install
  web page = html = html page
  web site = website
  home page = homepage
  file name = filename
  text box = textbox
  list box = listbox
  combo box = combobox
  list view = listview
  tree view = treeview
  picture box = picturebox
  tool bar = toolbar
  tool tip = tooltip
  menu bar = menubar
  status bar = statusbar
  scroll bar = scrollbar
  data base = database
  drop down = dropdown
  sound card = soundcard = audio card
  video card = graphics card = display adapter = video adapter = display card
  color = colour
  grey = gray
  dialing = dialling
  cancelled = canceled
  time zone = timezone
  daylight saving = daylight savings = dst
  post office = postoffice
  address book = contacts
  recycle bin = trash
  double click = doubleclick
  laptop = notebook = portable computer
  wd = word
  wd97 = word 97
  wd95 = word 95
  wd2000 = word 2000
  xl97 = excel 97
  xl5 = excel 5.0
  xl2000 = excel 2000
  ppt97 = powerpoint 97
  ppt7 = powerpoint 7.0
  off97 = office 97
  off2000 = office 2000
  acc = access
  acc97 = access 97
  acc2000 = access 2000
  ol = outlook
  ol97 = outlook 97
  ol98 = outlook 98
  ol2000 = outlook 2000
  fp = frontpage
  fp97 = frontpage 97
  fp98 = frontpage 98
  fp2000 = frontpage 2000
  fltsim = flight simulator = flight sim
  xweb = outlook web access
  xcln = exchange client
  xims = internet mail service
  xadm = exchange administrator
  sbs = small business server
  bo = backoffice
  tse = terminal server
  tcp ip = tcpip
  lan = local area network
  wan = wide area network
  cr = carriage return
  lf = line feed
  bmp = bitmap
  wmf = metafile = windows metafile
  eof = end of file
  eula = license agreement
  tsr = terminate and stay resident
  kb = knowledge base article
  os = operating system
  usr = user
  dir = directory
  temp = temporary
  doc = document
  docs = documentation
  pic = picture
  max = maximum
  min = minimum
  num = number
  prog = program
  pgm = program
  memory usage = working set
  extended characters = accented characters = accented letters
  auto reply = out of office = automatic reply = out of office assistant
  system requirements = hardware requirements = minimum requirements
  uninstall = uninstallation
  dsn = data source name = data source
  mailing list = distribution list
  mail merge = mailmerge
  dial in = dialin
  log file = logfile
  screen saver = screensaver
  wallpaper = desktop background
  touch tone = touchtone
  anti virus = antivirus = virus scanner
  hot key = hotkey = shortcut key
  zip code = postal code
  key board = keyboard
  sub folder = subfolder = subdirectory
  sub form = subform
  sub report = subreport
  back slash = backslash
`

/** What people say, and what articles say instead. */
const EVERYDAY = `
  crash = gp fault, access violation, page fault, stop responding, quit, dr watson, terminate
  freeze = hang, stop responding, lock up
  frozen = hang, stop responding, lock
  hang = stop responding, lock up, freeze
  lock up = hang, stop responding
  stuck = hang, stop responding
  slow = slowly, performance, delay
  forever = slow, slowly
  tiny = small
  huge = large
  big = large
  wrong = incorrect, invalid, unexpected, improper
  bad = incorrect, invalid, corrupt
  broken = corrupt, fail, damaged
  garbled = corrupt, distorted, unreadable, garbage
  garbage = corrupt, garbled, unreadable
  junk = garbage, corrupt, garbled
  scrambled = garbled, corrupt, distorted
  blurry = distorted, unreadable
  weird = unexpected, incorrect
  odd = unexpected
  missing = lost, disappear, not displayed, unavailable
  gone = missing, lost, disappear
  vanish = disappear, missing, lost
  disappear = missing, lost
  lose = lost, missing
  forget = lost, not saved
  remember = save, retain
  greyed = unavailable, dimmed, disabled
  grayed = unavailable, dimmed, disabled
  dimmed = unavailable, disabled
  bounce = non delivery report, ndr, return, undeliverable
  cut = truncate
  chopped = truncate
  shortened = truncate
  wipe = delete, erase, remove
  erase = delete, remove
  delete = remove
  remove = delete, uninstall
  uninstall = remove
  get rid = remove, delete
  show = display, view, appear
  see = display, view
  shown = displayed
  appear = display
  picture = graphic, image, bitmap
  photo = picture, graphic, image
  image = graphic, picture, bitmap
  folder = directory
  directory = folder
  people = users
  person = user
  guy = user
  boss = manager
  kid = child
  screen = display, monitor, video
  monitor = display, screen
  floppy = disk, diskette
  disc = disk, cd
  diskette = disk, floppy
  drive = disk
  change = modify, edit
  modify = change
  edit = modify, change
  make = create
  create = make, add
  build = create, compile
  add = insert, create
  put = insert, place, add
  turn on = enable
  turn off = disable
  switch off = disable
  switch on = enable
  enable = turn on
  disable = turn off
  start = launch, run, open
  launch = start, run
  open = start
  quit = exit, close
  close = exit, quit
  restart = reboot
  reboot = restart
  shut down = shutdown
  print out = print
  printout = print, printed
  meeting = appointment, meeting request, calendar entry
  appointment = meeting
  invite = meeting request, invitation
  invitation = meeting request
  schedule = calendar, appointment
  calendar = schedule
  repeat = recurring, recurrence, repeated
  repeating = recurring, recurrence
  repeatedly = again
  attachment = attached file, attached
  attach = attachment
  letter = message, mail
  mail = message, e mail
  message = mail
  prompt = ask, request
  ask = prompt, request
  ask = prompt
  complain = error message
  say = message, display
  says = message, error message
  warn = warning
  popup = dialog, message
  pops = appear, display
  box = dialog, control, window
  window = dialog
  label = tab, text, caption
  move = drag, transfer, migrate
  copy = duplicate, transfer
  transfer = copy, move
  migrate = move, migration
  send = deliver, transmit
  receive = deliver
  arrive = delivered, received
  lock = locked
  allow = permit, permission
  permission = access, rights
  rights = permission, access
  forbid = deny, prevent
  stop = prevent, disable
  prevent = disable, stop
  leave out = prevent, exclude, disable
  skip = ignore, bypass
  hide = hidden, invisible
  hidden = invisible
  merge = combine
  combine = merge
  divide = split
  split = divide
  join = connect, merge
  link = connect, hyperlink
  hook up = connect
  plug = connect
  connect = connection
  disconnect = drop, hang up
  dropped = disconnected, lost
  phone = telephone, dial
  call = dial
  shared = share
  slash = backslash
  underscore = underline
  number = numeric
  math = arithmetic, calculation
  sum = total, add
  total = sum
  field = column
  column = field
  row = record
  record = row
  table = database
  cell = cells
  convert = conversion, import
  import = convert
  export = save as, convert
  read = open
  write = save
  save = store
  load = open
  duplicate = twice, double, copy
  twice = duplicate, double
  double = twice, duplicate
  extra = additional
  blank = empty
  empty = blank
  full = out of space, insufficient
  space = room, disk space
  ram = memory
  memory = ram
  leak = memory leak
  eats = consume, leak
  speed = performance
  faster = performance, speed, optimize
  speed up = improve performance, optimize
  tune = optimize, performance
  sound = audio, wave
  noise = sound, static
  music = audio, midi
  movie = video, avi
  film = video
  flicker = flash, blink
  flash = flicker, blink
  blink = flash
  manual = documentation
  docs = documentation
  bug = problem
  issue = problem
  trouble = problem, troubleshoot
  fix = resolve, correct, repair
  repair = fix, recover, restore
  recover = restore, repair
  restore = recover
  backup = back up
  find = locate, search
  locate = find
  search = find
  choose = select
  pick = select, choose
  select = choose
  type = enter
  enter = type
  key = keyboard, keystroke
  shortcut = hot key, accelerator
  mouse = pointer, cursor
  pointer = cursor
  cursor = pointer
  hidden = invisible
  old = previous, earlier, older
  newest = latest
  new = latest
  version = release
  limit = maximum
  maximum = limit
  most = maximum
  length = long, size
  long = length
  size = large
  date = time
  clock = time, date
  late = delay
  delay = slow, late
  instead = rather
  allowed = permitted
  secret = private, password
  private = confidential
  sign = signature
  browser = internet explorer
  webpage = html, web page
  internet = web
  site = web site
  server = computer
  workstation = client
  client = workstation
  program = application, code
  code = source code, program
  function = procedure, routine
  routine = function, procedure
  method = function
  class = object
  variable = value
  array = matrix
  string = text
  text = string
  character = char
  font = typeface
  page break = pagebreak
  margin = indent
  paragraph = text
  heading = header
  header = heading
  chart = graph
  graph = chart
  spreadsheet = worksheet, workbook
  worksheet = spreadsheet
  slide = presentation
  presentation = slide
  document = file
  report = document
  query = select
  compile = build
  compiler = compile
  debug = debugger
  debugger = debug
  turn around = rotate
  look = seem, appear
  down = unavailable, offline, not available
  up = running, available
  spin = rotate
  flip = rotate, reverse
  sideways = landscape, rotate
  upside down = inverted, rotate
  backwards = reverse
  gap = space, blank
  gear = landing gear
  wheels = landing gear
  box = computer, server
  machine = server, workstation
  old = earlier version
  zip = compress
  unzip = decompress, expand
  shrink = compress, reduce, compact
  grow = increase, larger
  bigger = larger, increase
  smaller = reduce, decrease
  limit = character limit
  how long = maximum length, limit
  how many = maximum number, limit
  how much = requirements, amount
  needed = required, requirements
  need = require, requirements
  requirement = required
  cut short = truncate
  cut off = truncate
  cut = truncate
  chop off = truncate
  left out = missing, omitted
  drop = lose, disconnect
  drops = disconnect, lose
  cannot find = not found
  cant find = not found, could not be found
  not there = not found, missing
  off by = incorrect
  hours off = incorrect time, time zone
  zeroed = reset
  zero = reset
  counter = statistics
  stats = statistics
  take off = uninstall, remove
  taking off = uninstall, remove
  put on = install, apply
  putting on = install, applying
  put back = restore, reinstall
  bring back = restore, recover
  get back = recover, restore
  pile up = queue, backlog
  backed up = queue
  waiting = queue, pending
  idle = inactive
  busy = in use
  taken = in use
  dead = orphaned, deleted
  leftover = orphaned, remain
  left behind = remain, orphaned
  stay = remain
  remain = stay
  bulk = batch, import
  mass = bulk, batch
  go away = disappear
  comes back = return, reappear
  keeps coming back = reappear
  over and over = repeatedly, continuously
  again and again = repeatedly
  all the time = continuously
  now and then = intermittent
  sometimes = intermittent, occasionally
  random = intermittent
  face = orientation
  thing = object
  stuff = data, files
  wrecked = damaged, corrupt, overwrite
  ruin = damage, corrupt
  mess up = corrupt, incorrect
  messes = corrupt, incorrect
  overwritten = overwrite, replace
  replace = overwrite
  swap = exchange, switch
  switch = change, swap
  flip = switch
  reach = access, connect
  get to = access
  get into = access, open
  talk to = communicate, connect
  listen = receive
  webmail = outlook web access
  inside = internal
  outside = external, internet
  inner = internal
  outer = external
  sender = from
  reply = respond
  forward = forwarded
  vacation = out of office
  holiday = vacation
  plug in = connect, attach
  unplug = disconnect, remove
  dock = docking station
  undock = docking station
  fax = facsimile
  beep = sound
  loud = volume
  quiet = mute, volume
  silent = no sound
  tape = backup
  burn = write
  mirror = fault tolerance, raid
  zone = time zone
  year = date
  day = date
  month = date
  week = date
  holiday = calendar
  tall = height
  wide = width
  thick = width
  thin = narrow
  straight = align
  line up = align, alignment
  crooked = align
  dotted = dashed
  colored = color
  black and white = monochrome
  black = blank
  dark = black
  bright = brightness
  shadow = shading
  bold = formatting
  italic = formatting
  underline = formatting
  glue = concatenate
  combine strings = concatenate
  stick together = concatenate
  chop = trim
  order = sort
  sort = order
  sorted = sort, order
  compare = difference
  difference = compare, version
  kick out = disconnect, log off
  kicked = disconnect
  thrown out = disconnect, log off
  boot = start, startup
  bootup = startup
  reinstall = install
  put in = insert, install
  hook = connect
  tell = determine, identify
  figure out = determine
  know = determine
  check = verify, determine
  whether = determine
  watch = monitor
  track = monitor, log
  log = record
  spy = monitor
  steal = security, vulnerability
  hack = security, vulnerability
  hole = vulnerability
  secure = security
  guest = anonymous
  stranger = unauthorized
  fake = spoof
  letter = character
  accent = extended character
  foreign = international, extended
  language = locale
  sign = character
  dash = hyphen
  hyphen = dash
  period = dot
  dot = period
  comma = separator, delimiter
  quote = quotation mark
  quotes = quotation marks
  quote mark = quotation mark
  curly = smart quotes
  square = bracket
  bracket = parenthesis
  star = asterisk
  pound sign = number sign
  percent = percentage
`

const NAME_WEIGHT = 0.9
const MEANING_WEIGHT = 0.8
/** Words of a name that are looked for at once. */
const MAX_NAME_WORDS = 4

const synonyms = readTables()

/** Gives what does in place of terms that stand together, such as `owa` for the three of Outlook Web Access. */
export function listSynonyms(terms: readonly string[]): readonly Synonym[] {
  return terms.length > MAX_NAME_WORDS ? [] : (synonyms.get(terms.join(' ')) ?? [])
}

/** The longest name in words for which `listSynonyms` knows anything. */
export const MAX_SYNONYM_WORDS = MAX_NAME_WORDS

function readTables(): Map<string, Synonym[]> {
  const table = new Map<string, Synonym[]>()
  const add = (from: string, to: string, isName: boolean) => {
    const [key, terms] = [listWordTerms(from).join(' '), listWordTerms(to)]
    if (key === terms.join(' ')) return
    const known = table.get(key) ?? []
    table.set(key, known)
    if (!known.some((synonym) => synonym.terms.join(' ') === terms.join(' ')))
      known.push({ terms, weight: isName ? NAME_WEIGHT : MEANING_WEIGHT, isName })
  }
  for (const line of linesOf(SAME_THING)) {
    const names = line.split(' = ')
    for (const from of names) for (const to of names) add(from, to, true)
  }
  for (const line of linesOf(EVERYDAY)) {
    const [from = '', meanings = ''] = line.split(' = ')
    for (const to of meanings.split(', ')) add(from, to, false)
  }
  return table
}

function linesOf(table: string): string[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim())
}
