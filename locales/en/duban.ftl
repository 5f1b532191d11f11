### Every word of Duban in English. Ids and variables are the same in all four languages
### (tests/locales.rs). Data arrives escaped; times, dates and amounts arrive as text.

## What a person can type. Quoted in answers, so that an answer to a mistake shows what is right.

-say-half = half a day
-say-hours = 2 class hours
-say-yesterday = 1 day yesterday
-say-leave = three days' leave
-say-leave-until = leave until Friday

## Days and amounts

date = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-with-year = { $date } { $year }
amount-half-day = half a day
amount-one-day = 1 day
amount-days = { $n } days
amount-one-class-hour = 1 class hour
amount-class-hours = { $n } class hours
amount-once = once
amount-times = { $n } times
amount-one-household = 1 household
amount-households = { $n } households
amount-in-class-hours = { $amount } ({ $class_hours })
sum-days = { $counted }/{ $target } days
sum-class-hours = { $counted }/{ $target } class hours
sum-times = { $counted }/{ $target } times
sum-households = { $counted }/{ $target } households
example-yesterday = { $amount } yesterday
pace-done = target met
pace-ahead = ahead
pace-on = on course
pace-behind = behind
progress = { $sum }, { $pace }
separator = ,{" "}
more-lines = … and { $n } more

## People and units

who = { $name }, { $unit }
who-with-post = { $name }, { $post }, { $unit }

## Buttons

button-yes = Yes, that is me
button-no = No, not me
button-other = Other
button-nothing-study = No study today
button-nothing = Nothing today
button-nothing-that-day = Nothing that day
button-tasks = See items
button-submit = Done, send No. { $no }
button-undo = Undo
button-leave = On leave
button-today = Today
button-until-friday = Until Friday
button-until-next-friday = Until next Friday

## Linking

welcome =
    Please send the code your liaison gave you,
    or open the link that came with it.
    Then you can record study here and are reminded of deadlines.
    { $campaign }
link-question = Please confirm: { $who }. Is that you?
linked = ✓ Registered: { $who }
linked-asked-work-days = Each work day at { $time } I ask what you studied.
linked-asked = At { $time } I ask what you studied.
linked-any-time = Any time, just write “{ -say-half }” or “{ -say-hours }”.
linked-help = /help shows everything you can do here.
other-bot =
    @{ $username } now writes to your unit.
    Please open https://t.me/{ $username } and press Start. Your records are all kept.
link-declined =
    Not registered. The code is still good for its owner.
    Ask the liaison who gave it to you for your own code.
code-unknown =
    No such code.
    Check it and send it again, or ask your liaison for a new one.
code-used =
    This code has been used already.
    Ask your liaison for a new one.
code-expired =
    This code has expired.
    Ask your liaison for a new one.
code-in-group =
    Others can read a code sent here, so it was not used.
    Ask your liaison for a new one and send it to me in our private chat.
code-already-linked =
    You are registered already: { $who }.
    If that is wrong, ask your liaison.
code-person-linked =
    This person is registered with another account.
    If you have changed accounts, ask your liaison to release the old one.
code-too-many =
    Several wrong codes. Please try again in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
    Your liaison can check the code for you.

## Check-in

digest-title-study = Study today, { $date }
digest-title-study-late = Study on { $date }
digest-title-duty = { $duty }, { $date }
so-far-study = Studied { $sum }
so-far-duty = Done { $sum }
ask-study = How much did you study today?
ask-study-late = How much did you study that day?
ask-duty = How much did you do today?
ask-duty-late = How much did you do that day?
recorded = ✓ { $date }: { $amount }
recorded-nothing-study = ✓ { $date }: no study, noted
recorded-nothing = ✓ { $date }: nothing, noted
total = Total { $sum }
withdrawn = ✓ { $date }: withdrawn
withdrawn-again = To record that day anew, choose below.
stale =
    This button is out of date. Nothing was changed.
    Write “{ -say-half }” to record study, or /tasks for your items.

## Not recorded

unclear-study =
    I could not read how much you studied.
    Please write: { -say-half }, { -say-hours }, { -say-yesterday }.
unclear-duty =
    I could not read how much it was.
    Please write: { $examples }.
how-to-study =
    Just write it, for example:
    { -say-half }
    { -say-hours }
    { -say-yesterday }
how-to-duty = Just write it, for example: { $examples }
future =
    { $date } is still to come, so nothing was recorded.
    Write it on the day, or name a past day: “{ $example }”.
day-full =
    A day holds at most { $most }. { $date } has { $held }; { $rest } can still be added.
    Write the actual amount, or name the day: “{ $example }”.
day-full-empty =
    A day holds at most { $most }. Nothing was recorded.
    Write the actual amount, or name the day: “{ $example }”.
day-full-already =
    { $date } already has the most a day holds, { $most }.
    If it was another day, name it: “{ $example }”.
    To correct that day, press Change under its message.
held-already =
    { $date } already has { $held }. Nothing was changed.
    To make it nothing, press Undo under its message.
recorded-waits-late = It is some time ago, so it counts once your liaison has confirmed it.
recorded-waits-confirmation = It counts once your liaison has confirmed it.
recorded-outside = That day lies in no period of this duty, so it does not count.
recorded-outside-next =
    That day lies in no period of this duty, so it does not count.
    The next one runs from { $first } to { $last }.
outside-campaign =
    { $date } lies outside the campaign, so nothing was recorded.
    It runs from { $start } to { $end }.
    Please name a day within it.

## Leave and trips

example-leave = leave { $first_month }/{ $first_day }-{ $last_month }/{ $last_day }
leave-days = { $kind ->
    [trip] Trip
   *[leave] Leave
}: { $first } to { $last }
leave-one-day = { $kind ->
    [trip] Trip
   *[leave] Leave
}: { $date }
leave-ask = { $kind ->
    [trip] Until when are you away?
   *[leave] On leave until when?
}
leave-known = Recorded already: { $leave }
leave-how-to =
    For other days just write them (month/day):
    “{ $example }” or “{ -say-leave }”.
leave-recorded = ✓ { $leave }
leave-stands =
    Those days are recorded already. Nothing was changed.
    { $leave }
leave-work-days = { $n ->
    [0] No work days among them. I will not write to you meanwhile.
    [one] { $n } work day. I will not write to you meanwhile.
   *[other] { $n } work days. I will not write to you meanwhile.
}
leave-withdrawn =
    ✓ Withdrawn: { $leave }
    I will ask on those days as usual.
leave-unclear =
    I could not read which days you mean, so nothing was recorded.
    Please write whole days: “{ $example }”, “{ -say-leave }” or “{ -say-leave-until }”.
leave-past =
    { $date } is past, so nothing was recorded.
    Please begin with today or later: “{ $example }”.
leave-reversed =
    { $last } comes before { $first }, so nothing was recorded.
    Please write the first day first: “{ $example }”.
leave-too-long =
    At most { $most } days can be recorded at once, so nothing was recorded.
    Please write it in parts, first “{ $example }”.

## Items (rectification)

item-no = No. { $no }
items-title = Rectification: { $total ->
    [one] { $total } item
   *[other] { $total } items
}
items-title-overdue = Rectification: { $overdue } overdue
items-title-near = Rectification: { $near } near the limit
items-title-both = Rectification: { $overdue } overdue, { $near } near the limit
due-in = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
due-today = due today
due-past = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
deadline = due { $date }
deadline-immediate = to be done at once
deadline-ongoing = ongoing
status-submitted = sent for review
status-closed = signed off
tasks-title = Your rectification items: { $total }
tasks-none = You have no open items.
more-items = { $n ->
    [one] … and { $n } more item
   *[other] … and { $n } more items
}
submitted =
    ✓ No. { $no } sent for review
    It waits for the reviewer to sign it off.
item-already-submitted = No. { $no } has been sent for review already. Nothing more to do for now.
item-already-closed = No. { $no } is signed off already. Nothing more to do.
item-still-assigned = No. { $no } is still to be done. Nothing was changed.
item-not-yours =
    This item is not assigned to you. Nothing was changed.
    Your own items: /tasks

## My account, help, language

me-items = { $n ->
    [0] Rectification: nothing open
    [one] Rectification: { $n } item open
   *[other] Rectification: { $n } items open
}
me-duty = { $duty }: { $sum }
me-no-duties = No study target is set for you at present.
help-say = To record study, just write: { -say-half }, { -say-hours }, { -say-yesterday }
help-leave = To take leave, just write: { -say-leave }, { -say-leave-until }
command-start = Register, or how to begin
command-me = My study and my progress
command-tasks = My rectification items
command-language = Change the language
command-help = What you can do here
command-status = Office: where everyone stands today
command-find = Office: find a person by name
command-overdue = Office: overdue items
language-name = English
language-question = Please choose your language
language-set = ✓ From now on in English.
unknown-command =
    There is no such command.
    All commands: /help
only-text =
    I cannot read this, so nothing was recorded.
    Please write it, for example “{ -say-half }”.
    As evidence, send a photo, a file or a voice message.
private-only =
    This works in our private chat only.
    Tap my picture, open the chat and send it there.
denied =
    You do not have access to this.
    If you need it, ask the campaign office.
fault =
    Something failed here, and your message was not recorded.
    Please send it again in a moment.

## What the office is told when messages go astray

findings-title = Messages need a look, { $date }, { $time }
finding-missing = { $count }/{ $of } reminders cannot be found and may not have been sent
finding-held = { $count ->
    [one] { $count } message hung and goes out again; it may arrive twice
   *[other] { $count } messages hung and go out again; they may arrive twice
}
finding-stuck = { $count ->
    [one] { $count } message is due and does not go out
   *[other] { $count } messages are due and do not go out
}
finding-unserved = { $count ->
    [one] { $count } message has no bot to send it
   *[other] { $count } messages have no bot to send them
}
finding-unexplained = { $count ->
    [one] { $count } message was ended and nothing says why
   *[other] { $count } messages were ended and nothing says why
}
finding-updates = { $count ->
    [one] { $count } message that came in is not handled yet
   *[other] { $count } messages that came in are not handled yet
}
findings-kept = What people sent is kept; nobody needs to send it again.
findings-todo = Please tell whoever keeps this service running to look at its healthz page.

## The office

status-title = Today, { $date }
status-answered = Answered { $answered }/{ $bound } ({ $percent }%)
status-linked = Registered { $bound }/{ $people }
status-blocked = Unreachable { $blocked }/{ $bound }
status-behind = Behind { $behind }/{ $people }
status-met = Target met { $met }/{ $people }
status-items = Overdue items { $overdue }, waiting for review { $submitted }
status-units = Units, those most behind first
status-unit = { $unit }: { $answered }/{ $bound } answered
status-unit-overdue = { $unit }: { $answered }/{ $bound } answered, { $overdue } overdue
status-unit-nobody = { $unit }: 0/{ $people } registered
status-unit-nobody-overdue = { $unit }: 0/{ $people } registered, { $overdue } overdue
status-nobody = Nobody has registered yet ({ $people } on the roster).
more-units = { $n ->
    [one] … and { $n } more unit
   *[other] … and { $n } more units
}
found-title = “{ $name }”: { $total ->
    [one] { $total } person
   *[other] { $total } people
}
found-none =
    Nobody called “{ $name }” in the units you may see.
    Check the name, for example: /find 周俊哲
found-link = { $link }, key { $key }
more-people = … and { $n } more. Write the full name to narrow it down.
find-what = Please add a name, for example: /find 周俊哲
link-never = no code made yet
link-invited = not registered yet
link-linked = registered
link-blocked = unreachable
overdue-title = Overdue items: { $total }
overdue-none = No item is overdue.
overdue-units = Most: { $units }
overdue-unit = { $unit } { $count }

## People out of reach and dead letters

reach-title = Unreachable: { $n ->
    [one] { $n } person
   *[other] { $n } people
}
reach-more = … and { $n } more
reach-why = The bot was probably stopped, so no reminder arrives.
reach-todo = Please remind them in person: open the bot and send /start
command-undelivered = Office: what does not get through
status-undelivered = Who and what: /undelivered
undelivered-none = Nobody is unreachable, and every message got through.
undelivered-unit = { $unit } { $n }: { $names }
undelivered-unit-more = { $unit } { $n }: { $names } and others
undelivered-letters = Undeliverable messages: { $n }
undelivered-letter = { $id } { $whom }, { $kind }
undelivered-answer = answer
undelivered-digest = reminder
undelivered-notice = notice
undelivered-nobody = not registered
undelivered-more = … and { $n } more
undelivered-todo = For whoever runs the service: duban outbox list
undelivered-alone =
    Nothing needs to follow this command.
    Please send just /undelivered
terminal-messages-listed = { $listed } of { $total } messages
terminal-letters-retried = { $letters ->
    [one] { $letters } dead letter waits to be sent again
   *[other] { $letters } dead letters wait to be sent again
}
terminal-letters-dropped = { $letters ->
    [one] { $letters } dead letter dropped
   *[other] { $letters } dead letters dropped
}
terminal-not-dead = { $id } is no dead letter; nothing changed

## Import on the command line

refusal-no-unit = the unit is missing: write the unit's full name in this row
refusal-no-name = the name is missing: write the person's full name in this row
refusal-no-content = the problem is missing: write what is to be put right
refusal-duplicate = the same person stands in row { $detail }: keep one of the two
refusal-duplicate-key = row { $detail } has the same key: give each person his own
refusal-unknown-rank = rank “{ $detail }” is not in the campaign file: use one of its words, or add it there
refusal-bad-deadline = “{ $detail }” is not a clear deadline: write for example 2014-06-30 or 2014年6月底前
refusal-unknown-unit = unit “{ $detail }” is not known: import it first, or correct its name
refusal-unknown-person = nobody called “{ $detail }” is on the roster: import the person first, or correct the name
refusal-ambiguous-person = several people are called “{ $detail }”: name the unit or the key as well
refusal-other = the row could not be read ({ $detail }): compare it with a row that was taken
import-dry-run = Dry run: this is what would change. Nothing is changed.
import-missing = { $subject }: not in the table, kept as it was
import-note = note: row { $row }: { $reason }
import-summary = { $taken } rows taken: { $new } new, { $changed } changed, { $same } unchanged; { $refused } refused; { $missing } missing from the table
import-holidays = { $country } { $year }: { $days } days

## Other commands

terminal-granted = granted
terminal-granted-before = granted before; nothing changed
terminal-revoked = revoked
terminal-not-granted = was not granted; nothing changed
terminal-nobody-to-invite = nobody to invite: everybody asked for is linked already
terminal-no-links = the bot's name is not known, so there are codes but no links
terminal-no-links-todo = set TELOXIDE_TOKEN and try again, or let people send /start CODE to the bot
terminal-planned = { $messages } messages
terminal-year-missing = the holidays of { $year } are not loaded: its days count Monday to Friday
terminal-all-well = all is well
terminal-findings = { $findings } findings

## Broadcasts (command line)

terminal-broadcast-made = broadcast { $id } to { $people } in all: it is sent once they are all written down
terminal-broadcast-dry-run = Dry run: nothing is sent, nothing is changed.
terminal-broadcast-forecast = { $people } in all, one message each, about { $minutes } min
terminal-broadcast-span = begins { $begins }, ends about { $ends }
terminal-broadcast-cut = nothing goes in quiet hours: { $from } to { $to }
terminal-broadcast-line = { $id } { $state }: { $total } in all, { $sent } sent, { $waiting } waiting, { $closed } closed
terminal-broadcast-reasons = { $line } ({ $reasons })
terminal-broadcast-none = there has been no broadcast yet
terminal-broadcast-freezing = being addressed
terminal-broadcast-sending = sending
terminal-broadcast-paused = paused
terminal-broadcast-cancelled = cancelled
terminal-broadcast-done = done
terminal-broadcast-held = broadcast { $id } is paused; resume it to send the rest
terminal-broadcast-resumed = broadcast { $id } goes on: what was not sent is sent
terminal-broadcast-stopped = broadcast { $id } is cancelled: what was not sent never will be

## The demo page

page-title = Duban demo
page-subtitle = Nothing here goes to Telegram. The people are invented.
page-send = Send
page-type-here = Write a message
page-next-event = To the next event
page-next-hour = One hour on
page-now = Now
page-next = Next
page-menu = Commands
page-edited = edited
page-empty = Nothing here yet
page-offline = The demo has stopped. Waiting for it.
page-stale = That did not work. Please try again.
page-start = Start

## Recording any duty step by step, for others too; contact points; what people asked for

command-record = Record something for a duty
command-points = My contact points
command-proxy = Liaison: record for somebody
command-opinions = Liaison: what people asked for
draft-which = What would you like to record?
draft-for = On behalf of { $who }
draft-how-much =
    How much was it on { $date }?
    Choose below, or write it.
draft-late = That button was for { $date }, so nothing was recorded.
draft-recorded = ✓ { $date }: { $duty }, { $amount }
draft-recorded-nothing = ✓ { $date }: { $duty }, nothing, noted
draft-with = With: { $who }
draft-at = Place: { $unit }
draft-opinion = They asked for: { $words }
draft-ask-form = Which kind was it? Choose below.
draft-ask-topic = What was it about? Choose below.
draft-ask-partner = With whom? Choose below, or write the name.
draft-ask-partner-name = With whom? Write the name, for example “李兰”.
draft-ask-household = Which household? Write it, for example “the Wangs”.
draft-ask-point = Which contact point did you visit? Choose below.
draft-ask-place = Where was it? Write it, for example “Chang'an village”.
draft-ask-deed = What did you do? Write it, for example “mended the street lamp”.
draft-ask-opinion =
    What did they ask for?
    Write it, for example “a better road”.
draft-no-partner = Nobody called “{ $name }” in your county.
draft-no-choice = “{ $name }” is not one of these.
draft-several = There is more than one “{ $name }”. Choose one below.
draft-too-long = That is too long, so it was not recorded. Please write at most { $most } characters.
draft-withdrawn = ✓ { $date }: { $duty }, withdrawn
draft-gone =
    This record was withdrawn or returned, or is not of today. Nothing was changed.
    To record something new: /record
button-draft-skip = Skip
button-draft-none = Nothing
button-draft-more = Record more
button-draft-again = Record anew
proxy-what = Please add a name, for example: /proxy 姜涛
proxy-nobody =
    Nobody called “{ $name }” in the units you care for.
    Check the name, for example: /proxy 姜涛
status-proxies = Recorded on behalf: { $n } ({ $percent }%)
points-title = { $n ->
    [one] { $n } contact point
   *[other] { $n } contact points
}
points-none = No contact points yet.
points-none-own =
    You have no contact points yet.
    If you need one, ask your liaison.
points-not-yet = { $unit }: nothing recorded yet
points-done = { $unit }: { $done }
points-added = ✓ Contact point given: { $unit }
points-had = It was a contact point already; nothing changed: { $unit }
points-ended = ✓ No longer a contact point: { $unit }
points-ended-before = This contact point was ended before. Nothing was changed.
points-which =
    Which unit will { $name } keep in contact with?
    Write its name, for example “长安村”.
points-no-unit = Nothing called “{ $name }” among the units you care for.
points-units = There is more than one “{ $name }”. Choose one below.
points-nobody =
    Nobody called “{ $name }” in the units you care for.
    Check the name, for example: /points 周俊哲
points-several = There is more than one “{ $name }”. Please write the full name:
points-no-duty = This campaign has no contact points.
button-points-add = Add a point
button-points-end = End { $unit }
opinions-title = What people asked for: { $n }
opinions-none = Nothing that people asked for is on record yet.
opinions-line = No. { $no } { $words }
opinions-line-of = No. { $no } { $subject }: { $words }
opinions-heard = { $unit }, { $name }, { $date }
button-opinions-earlier = Earlier ones
terminal-assigned = assigned
terminal-assigned-before = assigned before; nothing changed
terminal-assignment-ended = assignment ended
terminal-not-assigned = was not assigned; nothing changed
## Topics

amount-one-topic = 1 topic
amount-topics = { $n } topics
sum-topics = { $counted }/{ $target } topics
## Pace, later, quiet hours, who is away

forecast-met = At this pace done on { $date }
forecast-short = At this pace { $amount } short by { $date }
behind-by = { $amount } behind the pace
catch-up-study = { $amount } a day catches up by { $date }
catch-up-duty = { $amount } a day catches up by { $date }
button-make-up-yesterday = Add yesterday
button-make-up = Add { $date }
button-later = Later
button-not-today = Tomorrow
put-off-later = I will ask again at { $time }.
put-off-tomorrow = I will not ask again today.
put-off-quiet =
    Quiet hours will have begun by then:
    I will not ask again today.
put-off-cap =
    You have had today's reminders:
    I will not ask again today.
put-off-once =
    I have asked a second time already:
    I will not ask again today.
put-off-now = You can also answer now:
put-off-nothing = All is answered, nothing is left to ask.
make-up-study = How much did you study on { $date }?
make-up-duty = How much did you do on { $date }?
make-up-answered = That day has an entry: more is added to it.
quiet-all = Quiet hours for everybody: { $from } to { $to }
quiet-own = Your own: { $from } to { $to }
quiet-how-to =
    For longer ones press below or write, for example
    “{ $example }”.
quiet-kept = ✓ Quiet hours: { $from } to { $to }
quiet-answers = What you send is answered as always.
quiet-instead = Reminders of these hours come at { $time }.
quiet-instead-next = Reminders of these hours come at { $time } on the next work day.
quiet-reset = ✓ Quiet hours as for everybody: { $from } to { $to }
quiet-unclear =
    I could not read from when to when. Nothing was changed.
    Please write, for example, “{ $example }”.
quiet-too-long =
    At most { $most } hours a day can be quiet. Nothing was changed.
    Please write fewer, for example “{ $example }”.
quiet-within =
    { $from } to { $to } is quiet anyway. Nothing was changed.
    For longer ones write, for example, “{ $example }”.
button-quiet-default = As for everybody
example-away = /away { $name } { $first_month }/{ $first_day }-{ $last_month }/{ $last_day }
away-title = Away today: { $now }
away-ahead = Absences until { $date }: { $total }
away-none = Nobody is away today or in the next { $days } days.
away-how-to =
    To enter leave for somebody write, for example,
    “{ $example }”.
away-recorded = ✓ { $who }
away-stands = These days are recorded already. Nothing was changed.
away-withdrawn = ✓ Undone. Reminders come as always on these days.
away-which = Found { $n }. Which one?
away-nobody =
    Nobody called “{ $name }” is in the units you care for.
    Please check the name, for example: { $example }
away-unclear =
    I could not read which days. Nothing was recorded.
    Please write, for example, “{ $example }”.
away-past =
    { $date } is over. Nothing was recorded.
    Please begin today or later, for example “{ $example }”.
away-reversed =
    It ends before it begins. Nothing was recorded.
    Please write, for example, “{ $example }”.
away-too-long =
    At most { $most } days at once. Nothing was recorded.
    Please write it in parts, for example “{ $example }”.
button-away-before = Previous
button-away-after = Next
leave-ended = ✓ Back: { $leave }
leave-cancelled = ✓ Cancelled: { $leave }
leave-kept-to = Kept until { $date }.
leave-ended-asks = Reminders come as always. You can also answer now.
leave-none-stands =
    You have no leave or trip on record.
    For leave write, for example, “{ $example }”.
status-away = Away: { $away }
command-quiet = My quiet hours
command-away = Liaison: who is away
## Targets set locally, and movement

command-quota = The targets, and setting your own
command-move = Office: move somebody
button-confirm = Confirm
button-cancel = Cancel
not-changed = Nothing was changed.
changed-since = Something has changed. Please look once more.
which-unit = Several units have that name. Which one?
which-person = Several people have that name. Which one?
owes-nothing = nothing
quota-title = The targets
quota-fixed = Campaign: { $lines }
quota-fixed-nothing = The campaign fixes nothing
quota-line = { $whom } { $amount }
quota-set-by = { $what } (set on { $date } by { $by })
quota-set = { $what } (set on { $date })
quota-as-campaign = as the campaign says
quota-how-to =
    To set one, use a button or write:
    “{ $example }”
button-quota-history = History
button-earlier = Earlier
button-newer = Later
button-units-below = Units below
button-one-person = One person
quota-history-title = Targets set locally so far
quota-history-none = No target has been set locally yet.
quota-whom = { $duty }: for whom?
quota-whom-else = Or write: “{ $example }”
quota-whose =
    { $duty }: for whom?
    Please write the name, for example: 周俊哲
quota-rank = { $duty }: for whom of them?
quota-everybody = Everybody
quota-how-much =
    { $duty }: how much each?
    Or write it, such as “{ $example }”.
quota-effect = { $n ->
    [one] 1 person
   *[other] { $n } people
}: { $was } → { $is }
more-people-changed = { $n ->
    [one] 1 more person changes
   *[other] { $n } more people change
}
quota-same = { $n ->
    [one] No change for 1 other
   *[other] No change for { $n } others
}
quota-nobody = Nobody changes by it now.
quota-done = ✓ Set: { $what }
quota-told = They will see it with their next reminder.
quota-already = It is so already. Nothing was changed.
quota-below =
    The campaign fixes at least { $least }, so { $amount } was not set.
    The least you can write:
    “{ $example }”
quota-no-duty =
    I did not see which duty you mean. Nothing was changed.
    The duties: { $duties }
    Please write it like this: “{ $example }”
quota-no-amount =
    I did not see how much of { $duty } you mean. Nothing was changed.
    Please write it like this: “{ $example }”
quota-no-such =
    “{ $words }” is not in your units. Nothing was changed.
    Please write the full name of a unit or a person, such as
    “{ $example }”
move-how-to =
    Please write the name and the new unit:
    “/move 周俊哲 延吉市 from 10 March”
    Another rank: “/move 周俊哲 { $rank }”
    Off the roster: “/move 周俊哲 leaves”
move-never = No movement since the campaign began.
move-away = off the roster
move-line = From { $date }: { $place }
move-line-waits = From { $date }: { $place } (to come)
move-goes = → { $unit }, from { $date }
move-stays = Same unit, from { $date }
move-leaves = Off the roster, from { $date }
move-rank = Rank: { $was } → { $is }
move-owes = { $duty } { $was } → { $is }
move-owes-the-same = The targets stay as they are
move-kept = What is recorded stays: { $sum }
move-waits = It takes effect that day by itself.
move-recorded = ✓ Recorded: { $who }
move-already =
    { $who }
    This is recorded already. Nothing was changed.
move-nothing =
    { $who }
    That is how it is already. Nothing was changed.
move-too-early =
    { $who } has been in the present unit only since { $date }.
    Nothing was changed. Please write that day or a later one,
    such as “from 10 March”.
move-too-late =
    That day is outside the campaign. Nothing was changed.
    Please write a recent day, or one up to { $date },
    such as “from 10 March”.
move-nobody =
    There is no “{ $name }” in the units you manage. Nothing was changed.
    Please check the name, for example: /move 周俊哲
move-no-unit =
    There is no unit “{ $words }”. Nothing was changed.
    Please write its whole path, such as
    “/move { $name } 延吉市/新兴街道”
refusal-bad-joined-on = the day of joining in “{ $detail }” cannot be read; write it as 2014-03-05
import-movements = of these { $moved } moved, { $left } left
terminal-moved = moves: { $name } { $was } → { $is }
terminal-stays = moves: { $name } { $unit }
terminal-left = leaves: { $name } { $unit }
terminal-and = { $line }, { $part }
terminal-move-recorded = recorded
terminal-move-waits = recorded; takes effect on { $date }
terminal-move-already = was recorded before; nothing changed
terminal-quota-set = set; those affected are told with their next reminder
terminal-quota-before = was so before; nothing changed
terminal-quota-below = the campaign fixes at least { $least }
terminal-quota-none = no target is set locally
## Evidence, and what waits for a carer

button-add-evidence = Add evidence
button-show-evidence = See evidence { $n }
button-queue-confirm = Confirm
button-reject = Return
button-next = Next
button-next-page = Next page
button-all = Confirm all { $n }
button-queue-back = Do not return it
button-pending = See what waits
entry-named = { $date }: { $amount }
entry-of-duty = { $duty }, { $entry }
entry-of-person = { $who }, { $entry }
recorded-evidence = Please send a photo or a file as evidence.
evidence-ask =
    Please send a photo, a file or a voice message, or forward a message. It goes with
    { $entry }
evidence-count = { $n ->
    [0] No evidence
   *[other] Evidence: { $n }
}
evidence-attached = ✓ Evidence added, { $n } in all
evidence-attached-album = ✓ These pictures are added
evidence-attached-claim = ✓ The evidence is added too
evidence-full =
    { $entry }
    has { $most } pieces of evidence, the most it can have. This one was not added.
evidence-no-entry =
    I do not know which record this belongs to, so it was not added.
    Please record first: send “{ -say-half }”, then the photo. Or write “{ -say-half }” under the photo.
    For an earlier record, send it as a reply to that message.
evidence-gone =
    That record was undone or cannot be found. Nothing was changed.
    Please record it again, such as “{ -say-half }”, and then send the evidence.
evidence-piece = Evidence { $number }/{ $total }: { $entry }
evidence-elsewhere =
    This piece was sent to @{ $username }
    Please look there: https://t.me/{ $username }
evidence-lost =
    Telegram cannot show this piece any more.
    Please ask for it to be sent again.
evidence-none = { $entry } has no evidence.
evidence-denied =
    That record is not in your care, so you cannot see or add evidence.
    If you need to, please ask the campaign office.
command-pending = Liaison: records that wait
queue-empty = No record waits for you.
queue-alone =
    This command takes nothing behind it.
    Please send just /pending
queue-title = Waiting for you: { $n }
queue-waiting = Waiting for you to confirm: { $n }
queue-line = { $number }. { $entry }
queue-line-waits = {"    "}{ $waits }. { $evidence }
queue-card = { $number }/{ $total } { $who }
queue-by = Recorded by { $name }
queue-note = In their words: { $note }
queue-lacks-evidence = Evidence is missing, so it cannot be confirmed
waits-late = Recorded late
waits-confirmation = To be confirmed
waits-disputed = The person says it is wrong
waits-disputed-why = The person says it is wrong: { $why }
queue-why = Return { $entry }
queue-why-how-to = Why? Tap below, or write the reason.
reason-evidence = Not enough evidence
reason-date = Wrong date
reason-twice = Recorded twice
reason-untrue = Not what happened
queue-reason = Reason: { $reason }
queue-confirmed = ✓ Confirmed: { $entry }
queue-rejected = ✓ Returned: { $entry }
queue-done = Nothing else waits for you.
queue-all = ✓ Confirmed: { $n }
queue-all-none = These were decided before. Nothing was changed.
queue-all-lacking = Not confirmed, because evidence is missing: { $n }
queue-left = Still waiting: { $n }
queue-not-yours =
    This record is not yours to decide. Nothing was changed.
    What waits for you: /pending
queue-own =
    You cannot decide on what you recorded yourself. Nothing was changed.
    Another liaison or the campaign office will.
queue-needs-evidence =
    { $entry }
    needs evidence before it can be confirmed. Nothing was changed.
    You can return it and ask for evidence.
queue-withdrawn =
    { $entry }
    was undone or changed, so nothing is left to decide.
queue-confirmed-by =
    { $entry }
    was confirmed by { $by }, so nothing is left to decide.
queue-rejected-by =
    { $entry }
    was returned by { $by }, so nothing is left to decide.
queue-counts =
    { $entry }
    counts already, so nothing is to be decided.
answering-ask = { $entry } was returned
answering-how-to =
    Please write what there is to say. A photo or a file is welcome too.
    Your liaison will look again.
answering-waits = ✓ Noted. Your liaison will look again
answering-nothing =
    This record was not returned, or you have answered already. Nothing was changed.
    Your records: /me
answering-day-full =
    { $entry }
    One day holds { $most } at most, and that day has { $held } by now, so it was not handed in again.
    Please undo what is too much that day, then answer again.
## The account and its entries

me-missing = { $amount } to go
me-pending = Waiting: { $amount }
me-rejected = Not accepted: { $amount }
me-stretch = Period { $number } of { $of }: { $first } to { $last }
me-stretch-met = Period { $number }: { $sum }
me-stretch-short = Period { $number }: { $sum }, { $amount } short
me-done = Target met: { $duties }
me-done-duty = { $duty } { $sum }
button-history = Entries
button-unit = See the unit
button-back = Back
button-month-before = Month before
button-month-after = Month after
button-page-before = Page back
button-page-after = Next page
button-withdrawn-show = Show withdrawn
button-withdrawn-hide = Hide withdrawn
command-history = My entries, month by month
command-account = Liaison: one person's account
command-unit = Liaison: a unit's people by progress
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
day-short = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
page-of = Page { $page }/{ $pages }
history-title = Entries of { $month }
history-none = Nothing was recorded in this month.
history-sum = { $duty }: { $sums }
sum-counted = { $amount } counted
sum-pending = { $amount } waiting
sum-rejected = { $amount } not accepted
sum-separator = ,{" "}
history-line = { $number }. { $day }: { $amount }, { $what } { $mark }
duty-with-topic = { $duty } · { $topic }
mark-pending = … waiting
mark-rejected = ✗ not accepted
mark-withdrawn = withdrawn
mark-proxy = by proxy
mark-session = collective
history-which =
    I could not tell which month. Please write
    { $example }
    or just “last month”.
entry-title = { $date }: { $amount }
entry-nothing = nothing
entry-form = Form: { $form }
entry-topic = Topic: { $topic }
entry-partner = With: { $name }
entry-place = Where: { $unit }
entry-subject = About: { $subject }
entry-note = As written: “{ $note }”
entry-recorded = Recorded { $at } by the person
entry-recorded-by = Recorded { $at } by { $name }
entry-is-correction = Stands in place of an earlier entry
entry-counts = ✓ counted
entry-waits-late = (some time ago)
entry-reason = Reason: { $reason }
event-line = { $at }: { $what }
event-line-by = { $at }: { $what } by { $name }
event-disputed = questioned
event-confirmed = confirmed
event-rejected = not accepted
event-withdrawn = withdrawn
event-corrected = corrected
entry-withdrawn = ✓ Withdrawn
entry-withdrawn-before = This entry was withdrawn before; nothing was changed.
entry-rejected-anyway =
    This entry was not accepted and never counted,
    so there is nothing to withdraw.
entry-of-another =
    { $name } recorded this for you, so it was not withdrawn.
    If it is not right, please ask them.
entry-of-liaison =
    Your liaison recorded this for you, so it was not withdrawn.
    If it is not right, please ask your liaison.
account-what = Please add a name, for example: /account 周俊哲
account-none =
    Nobody called “{ $name }” in the units you look after.
    Please check the name, for example: /account 周俊哲
account-which = “{ $name }”: { $total } people. Please choose one.
unit-title = { $unit }: { $people } on the roster
unit-paces = { $behind } behind, { $on } on course, { $ahead } ahead, { $done } met
unit-line = { $number }. { $name } { $sum }
unit-nobody = The roster has nobody in this unit.
units-which = Please choose a unit:
units-more = … and { $n } more. Write a name, such as /unit 春阳镇
units-none =
    No unit called “{ $name }” among those you look after.
    Please check the name, for example: /unit 春阳镇
## News, collective study, what is not right

news-title = News: { $n }
news-more = { $n } more next time
news-session = { $duty }, recorded for everybody by { $by }
news-proxy = { $duty }, recorded for you by { $by }
news-counts = { $duty }, confirmed by { $by }
news-rejected = { $date }: { $amount } does not count
news-rejected-why = { $duty }, { $by }: { $reason }
news-undone = { $date }: { $amount } withdrawn
news-undone-by = { $duty }, { $by } withdrew the whole session
news-target = { $duty }: target { $was }, now { $is }
news-target-new = { $duty }: new target { $is }
news-target-none = { $duty }: no target any more
news-target-by = Set by { $by }
news-moved = From { $date } you serve in { $unit }
news-moved-rank = Rank: { $rank }
button-dispute = Not right?
button-dispute-of = Not right? { $date }
button-answer-of = Answer on { $date }
example-date = { $day }/{ $month }
command-session = Liaison: record collective study
session-ask-unit = { $duty }: for which unit?
session-write-unit = You can also write the unit's name.
session-ask-day = { $duty }: on which day?
session-write-day = Any other day: just write it, such as “{ $example }”.
session-ask-amount = { $date }: how much for each person?
session-write-amount = You can also write it, such as “{ -say-hours }”.
session-ask-form = In which form?
session-ask-topic = On which topic?
session-head = { $duty }, { $date }: { $amount }
session-present = Present: { $present }/{ $total }
session-page = Page { $page }/{ $pages }
session-found = Looking for “{ $name }”:
session-how-to = Tap a name to tick it, or write a name to find it.
session-confirmed = ✓ Recorded for { $n ->
    [1] 1 person
   *[other] { $n } people
}
session-full = The day is full, not recorded: { $names }
session-twice = This session is there already, not recorded twice: { $names }
session-names = { $names } … { $n } people
session-told = Each of them is told in the next reminder.
session-cancelled = Cancelled. Nothing was recorded.
session-withdrawn = ✓ The whole session is withdrawn: { $n ->
    [1] 1 person
   *[other] { $n } people
}
session-over-confirmed = { $by } has confirmed it already. Nothing was changed.
session-over-cancelled = { $by } has cancelled it already. Nothing was changed.
session-over-withdrawn = { $by } has withdrawn it already. Nothing was changed.
session-lapsed =
    It waited too long, so nothing was recorded.
    Please send /session again.
session-unclear =
    That was not clear, so nothing was recorded. Please write:
    /session { $example }
session-future =
    { $date } has not come yet. Nothing was recorded.
    Please write today or an earlier day.
session-too-much =
    A day holds at most { $most }. Nothing was recorded.
    Please write the actual amount, such as “{ -say-half }”.
session-no-duty = This campaign has no study that is recorded together.
session-nobody-there =
    Nobody of { $unit } is on the roster.
    Please choose another unit: /session
session-unknown-unit =
    None of your units is called “{ $name }”.
    Please check the name, or use the buttons above.
session-unknown-name =
    Nobody on this list is called “{ $name }”.
    Please check the name, or turn the pages.
session-not-on-list = This person is not on the list. Nothing was changed.
session-nobody-present =
    Nobody is ticked yet, so nothing was recorded.
    Please tap the names first.
session-not-yours =
    { $by } confirmed it,
    so only { $by } can withdraw the whole session.
session-too-late =
    It was confirmed more than a day ago, so it cannot be withdrawn as a whole.
    Whoever finds it not right can press “Not right?”.
button-yesterday = Yesterday
button-without = None
button-session-go-on = Go on: { $date }, { $amount }
button-session-present = ✓ { $name }
button-session-page = Tick this page
button-session-page-none = Untick this page
button-session-all = Tick everybody
button-session-list = Back to the list
button-session-previous = Previous
button-session-next = Next
button-session-confirm = Confirm { $n }
button-session-cancel = Cancel
button-session-withdraw = Withdraw it all
dispute-what = { $date }: { $amount }
dispute-by = { $duty }, recorded by { $by }.
dispute-ask = What is not right?
dispute-write-time =
    Please write the right day and amount,
    such as “{ $date } { $amount }”.
dispute-write-reason =
    Please write in a sentence what is not right,
    such as “I was on leave that day”.
dispute-noted =
    ✓ Your liaison will look at it. Until then it does not count:
    { $date }: { $amount }
dispute-said = You say: { $reason }
dispute-time = The time is not right: { $said }
dispute-own =
    You recorded this yourself. Nothing was changed.
    To correct it, press Undo under its message, then write it anew.
dispute-waits = You have said so already; your liaison will look at it.
dispute-decided =
    Your liaison has looked at it. Nothing was changed.
    If it is still not right, please ask your liaison.
dispute-withdrawn = This was withdrawn already. Nothing was changed.
button-absent = I was not there
button-wrong-time = The time is not right
button-other-reason = Something else
## Form and topic, things said twice, corrections

recorded-form-topic = { $form }, { $topic }
recorded-none = nothing
recorded-of-day = { $date }: { $amount }
recorded-instead = Before: { $old }
ask-topic-study = What did you study? You may skip this.
ask-topic = What was it about? You may skip this.
ask-form-study = How did you study? You may skip this.
ask-form = In which form? You may skip this.
button-more = More
button-change = Change
button-keep = Keep it
button-same = The same one
button-again = Another time
held-of-day = { $date } already has { $amount }.
same-asked = Is this the same one?
change-asked = What should it be? You can also write it, such as “{ $example }”.
change-unclear =
    I could not read what it should be.
    Please write: { $examples }.
change-nothing-recent =
    Nothing was recorded just now, so nothing was changed.
    To change an earlier record, press Change under its message.
change-not-own =
    Your liaison recorded this for you. Nothing was changed.
    If it is wrong, please ask your liaison.
change-turned-down =
    Your liaison has returned this one. Nothing was changed.
    Please write it anew, or ask your liaison.

## The ledger: where an item stands

item-already-cancelled = No. { $no } has been cancelled; nothing more to report.
status-cancelled = cancelled

## Reminders of items: lights, ladder, silence

ladder-title-behind = Rectification: { $behind } behind
ladder-title-overdue-behind = Rectification: { $overdue } overdue, { $behind } behind
ladder-title-behind-near = Rectification: { $behind } behind, { $near } near the limit
ladder-title-all = Rectification: { $overdue } overdue, { $behind } behind, { $near } near the limit
ladder-behind = behind, { $due }
ladder-times = { $due } (reminder { $times })
ladder-head = No. { $no }, { $kind }: { $due }
ladder-deadline-lead = Due { $date }, lead { $lead }
ladder-lead = Lead { $lead }
ladder-nobody = Nobody is named: it is yours
ladder-rise-lead = { $days ->
    [one] The lead hears of it in { $days } work day
   *[other] The lead hears of it in { $days } work days
}
ladder-rise-head = { $days ->
    [one] The head of the unit hears of it in { $days } work day
   *[other] The head of the unit hears of it in { $days } work days
}
ladder-rise-supervision = { $days ->
    [one] The supervision group hears of it in { $days } work day
   *[other] The supervision group hears of it in { $days } work days
}
ladder-rise-office = { $days ->
    [one] The campaign office hears of it in { $days } work day
   *[other] The campaign office hears of it in { $days } work days
}
ladder-button-submit = Done, send for review
ladder-button-accept = Take it on
ladder-button-extend = Ask for an extension
ladder-button-report = Tell how it goes
mute-button = { $days ->
    [one] No reminder for { $days } day
   *[other] No reminder for { $days } days
}
mute-button-of = { $days ->
    [one] No. { $no }: silent for { $days } day
   *[other] No. { $no }: silent for { $days } days
}
mute-button-end = Remind me again
mute-silent =
    ✓ No. { $no } is silent for now
    Until { $date }; after that as usual.
    If it gets overdue, you are reminded all the same.
mute-speaks =
    ✓ No. { $no } speaks again
    You will be reminded as usual.
mute-overdue =
    No. { $no } is overdue and cannot be silenced.
    Nothing was changed. Please send it for review or tell how it goes: /tasks
mute-never = Items such as No. { $no } cannot be silenced. Nothing was changed.
mute-too-long =
    { $most ->
        [one] It can be silent for { $most } work day at most.
       *[other] It can be silent for { $most } work days at most.
    }
    Nothing was changed. Please use the button below.
mute-offered =
    No. { $no } was handed up and waits for an answer from above.
    You are not reminded of it now. Nothing was changed.

## The monthly question about progress

dispatch-command = Liaison: who has told progress
dispatch-title =
    { $n ->
        [one] Progress in { $month }: { $n } item to tell of
       *[other] Progress in { $month }: { $n } items to tell of
    }
dispatch-due = Please tell by { $date }
dispatch-more = { $n } more, asked one after the other
dispatch-button-show = Tell of No. { $no }
dispatch-card = Progress in { $month }: { $item }
dispatch-left = { $n } more to come
dispatch-on-course = On course
dispatch-difficult = There are difficulties
dispatch-button-write = Write it
dispatch-button-why = No. { $no }: what is difficult
dispatch-ask = No. { $no }: how does it stand, in a sentence or two?
dispatch-ask-example = Such as: 2 cars returned, the rest by the end of June.
dispatch-told = ✓ No. { $no }: { $words }
dispatch-say-why = You may also write what is difficult.
dispatch-all-told = All told for this month, thank you.
dispatch-already = No. { $no } was told of in { $month } already; nothing recorded twice.
dispatch-past = { $month } is over; nothing was recorded.
dispatch-nothing-left = You have nothing to tell of now.
dispatch-overview = Progress in { $month }: { $answered }/{ $asked } told
dispatch-was-due = Was due { $date }
dispatch-late = { $n } of them told late
dispatch-everybody = Everybody has told.
dispatch-silent =
    { $n ->
        [one] Not told yet: { $n } person
       *[other] Not told yet: { $n } people
    }
dispatch-person = { $name }: { $n }
dispatch-person-unlinked = { $name }: { $n }, not registered
dispatch-nobody = Nobody responsible: { $n }
dispatch-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
dispatch-none-asked = Progress was not asked for in { $month }.
dispatch-never-asked =
    Progress has not been asked for yet.
    It is asked for by itself on the first work day of each month.
dispatch-how-to =
    Which month is not clear.
    Please write: /progress { $month }

## Escalation: what comes up to superiors, what waits for a reviewer

escalation-lead = Items you lead: { $n ->
    [one] 1 needs attention
   *[other] { $n } need attention
}
escalation-head = Items of the unit you head: { $n ->
    [one] 1 needs attention
   *[other] { $n } need attention
}
escalation-supervision = Items you supervise: { $n ->
    [one] 1 needs attention
   *[other] { $n } need attention
}
escalation-office = Items the office follows up: { $n ->
    [one] 1 needs attention
   *[other] { $n } need attention
}
escalation-reviews = Waiting for your review: { $n } ({ $nos })
escalation-reviews-more = Waiting for your review: { $n } ({ $nos } and more)
escalation-nobody = { $n ->
    [one] 1 item with nobody to report to
   *[other] { $n } items with nobody to report to
}
escalation-no-lead = { $unit }: no lead, { $n }
escalation-no-head = { $unit }: no head of unit, { $n }
escalation-no-supervision = { $unit }: no supervision group, { $n }
escalation-no-office = { $unit }: no office, { $n }
button-escalation-all = One by one
button-escalation-item = See No. { $no }
button-escalation-review = Review No. { $no }

## An item's page and its steps

item-page-named = No. { $no } { $content }
item-page-measures = How: { $words }
item-page-unit = Unit: { $unit }
item-page-lead = Lead: { $name }
item-page-responsible = Responsible: { $name }
item-page-nobody = Nobody is named; the liaison answers for it
item-page-helpers = Helping: { $names }
item-page-progress = Progress: { $words }
item-page-new = to be accepted
item-page-open = to be done
item-page-accepted = accepted
item-page-begun = under way
item-page-waits = waiting for review by { $who }
item-page-waits-of = waiting for review by { $who }, step { $step } of { $of }
item-page-by-lead = the lead
item-page-by-head = the head of the unit
item-page-by-superior = the unit above
item-page-by-liaison = the liaison
item-page-by-supervision = the supervision group
item-page-by-office = the campaign office
item-page-by-members = the unit’s members
item-page-extension = later date asked for: { $date }
item-page-because = Why: { $words }
item-page-offered = handed up to { $unit }, waiting for an answer
item-page-setbacks = returned or reopened: { $n }
item-page-lacks = Evidence is needed before it can be sent for review
item-page-past = { $at }: { $what }
item-page-past-by = { $at }, { $name }: { $what }
item-page-past-words = { $line }: { $words }
item-page-history = No. { $no }: what happened
item-page-done = ✓ No. { $no }: { $what }
item-page-invites =
    You may add a photo, a file or a few words now.
    You need not.
item-page-since = Something happened since you looked. Nothing was changed:
item-page-hidden =
    No. { $no } belongs to { $unit }.
    You may not see it. If you need to,
    ask the liaison of { $unit }.
item-page-gone =
    There is no such item. Nothing was changed.
    Your items: /tasks
item-step-accept = accepted
item-step-begin = begun
item-step-report = progress told
item-step-submit = sent for review
item-step-withdraw = review withdrawn
item-step-approve = approved
item-step-sign-off = signed off
item-step-return = returned
item-step-ask = later date asked for
item-step-ask-to = later date asked for, { $date }
item-step-grant = later date granted
item-step-grant-to = later date granted, { $date }
item-step-refuse = later date refused
item-step-hand-up = handed up
item-step-take-up = taken up by the unit above
item-step-take-up-by = taken up by the unit above, due { $date }
item-step-send-back = sent back by the unit above
item-step-reassign = reassigned
item-step-reassign-to = reassigned to { $name }
item-step-reopen = reopened
item-step-cancel = cancelled
item-step-assigned = taken into the ledger
item-step-changed = changed in the ledger
item-step-earlier = Due earlier now, on { $date }
item-why-part = This step is not yours to take. Nothing was changed.
item-why-own =
    You did this yourself, so somebody else has to review it.
    Nothing was changed.
item-why-now = That is not possible now. Nothing was changed.
item-why-offered = It is handed up and waits for an answer. Nothing was changed.
item-why-no-step = Items of this kind have no such step. Nothing was changed.
item-why-evidence =
    Evidence is needed first, so it was not sent for review.
    Please send a photo, a file, a voice message
    or a few words, such as “2 cars given back”.
item-why-too-often = A later date can be asked for { $most } times at most. Nothing was changed.
item-why-asked = A later date was asked for already and waits for an answer.
item-why-nothing-asked = No later date is waiting for an answer. Nothing was changed.
item-why-not-later =
    The day must come after today and after the present deadline.
    Nothing was changed.
item-why-no-deadline = This item has no day to put off.
item-why-no-unit-above = There is no unit above, so it cannot be handed up.
item-why-no-reason = Please say why. Nothing was changed.
item-ask-return = Return { $item }
item-ask-reopen = Reopen { $item }
item-ask-refuse = Refuse a later date for { $item }
item-ask-cancel = Cancel { $item }
item-ask-report = Progress of { $item }
item-ask-choose = Why? Tap below, or write the reason.
item-ask-write =
    Why? Please write the reason,
    such as “the same as No. 12”.
item-ask-progress =
    How far is it? Please write a line or two,
    such as “2 cars given back, 1 left”.
item-reason-evidence = Not enough evidence
item-reason-undone = Not really done
item-reason-untrue = Not as it really is
item-reason-vague = Too vague
item-reason-back = The problem is back
item-reason-voices = People complain
item-reason-weak = Not reason enough
item-reason-fixed = The deadline is fixed above
item-reason-doable = It can be done in time
button-item-accept = Accept
button-item-begin = Begin
button-item-report = Tell progress
button-item-submit = Done, for review
button-item-withdraw = Withdraw
button-item-approve = Approve
button-item-sign-off = Sign off
button-item-return = Return
button-item-extension = Ask for later
button-item-grant = Grant later
button-item-refuse = Refuse later
button-item-hand-up = Hand up
button-item-take-up = Take up
button-item-send-back = Send back
button-item-reassign = Reassign
button-item-reopen = Reopen
button-item-cancel = Cancel it
button-item-history = History
button-item-show = See No. { $no }
item-told = No. { $no }: { $what }
item-told-by = { $content }, { $by }

## Groups, promises and polls of members

command-promise = Promise something, see my promises
command-group = In a group: bind it to my unit
command-list = In a group: the unit's open items
group-bound = ✓ This group now belongs to { $unit }
group-bound-before = Before, it belonged to { $unit }.
group-bound-how = Send /list to see the open items.
group-which = You have several units. Please name one:
group-which-line = /group { $unit }
group-no-unit =
    None of your units is called “{ $words }”.
    Write its full name, such as “/group 春阳镇”.
group-no-name = Please name the unit, such as “/group 春阳镇”.
group-not-yours =
    You cannot bind a group to this unit.
    Its liaison or the office can.
group-taken =
    This group belongs to { $unit }.
    Its liaison or the office can change that.
group-unbound =
    This group belongs to no unit yet.
    Its liaison can send “/group UNIT”.
group-list-title = { $unit }, open items: { $total }
group-list-none = { $unit } has no open items.
group-in-group-only =
    This command works in a group.
    Add me to your unit's group first,
    then send “/group UNIT” there.
promise-ask-what =
    What do you promise, and by when?
    For example: Repair the street lamps, { $date }
promise-ask-when =
    By when?
    For example: { $date }
promise-bad-day =
    That is not clearly a day. Please write:
    { $date }
promise-past =
    That day is over. Please write a later one,
    for example: { $date }
promise-confirm = Is this your promise?
promise-made = ✓ Promise { $no } is recorded
promise-cancelled = All right, nothing was changed.
promise-mine-title = Your promises: { $total }
promise-mine-none =
    You have no open promises. To make one, write:
    /promise Repair the street lamps, { $date }
promise-published = published
promise-no-kind = This campaign has no public promises.
promise-exempt = By the rules no promise is asked of you.
button-promise = I promise
button-promise-not = Not now
button-promises = My promises
button-promise-new = Promise something else
button-publish = Publish in the group
button-publish-no = Publish { $no }
button-publish-send = Publish
button-publish-not = Do not publish
publish-title = { $kind } { $no }
publish-by = Promised by { $name }
publish-unit = Unit: { $unit }
publish-preview = The group “{ $group }” will read:
publish-preview-unnamed = Your unit's group will read:
publish-done = ✓ { $no } is published in the group.
publish-already = { $no } was published on { $date }. It is not sent again.
publish-no-group =
    { $unit } has no group yet.
    Add me to it; its liaison then sends there:
    /group { $name }
publish-not-yours =
    This one is not yours to publish. Nothing was changed.
    If it should be published, ask the liaison.
publish-not-public = Items of this kind are not published.
publish-over = This one is closed and need not be published.
poll-question = { $no } is due. Are you satisfied? { $content } (open until { $date })
poll-satisfied = Satisfied
poll-mostly = Mostly satisfied
poll-unsatisfied = Not satisfied
poll-passed = ✓ { $no }: members are satisfied
poll-failed = { $no }: members are not satisfied
poll-void = { $no }: the poll decided nothing
poll-counts = Satisfied or mostly: { $satisfied }/{ $voters }, { $share }%
poll-few = Votes: { $voters }, at least { $least } are needed.
poll-few-told = Only { $voters } voted
poll-no-group = There is no group to vote in
poll-to-office = The office reviews it instead.
poll-make-up = Make-up { $no }, due { $date }
poll-several = { $list } and others, { $n } in all
poll-void-of = { $unit }: the poll decided nothing on { $items }
poll-void-why = { $why }. Please review.

## The ledger as a table of the office

sheet-name = Ledger
sheet-no = No.
sheet-kind = Kind
sheet-category = Category
sheet-content = Problem
sheet-measures = Measures
sheet-lead = Lead
sheet-unit = Responsible unit
sheet-responsible = Responsible person
sheet-helpers = Helpers
sheet-deadline = Deadline
sheet-progress = Progress
sheet-status = Status
sheet-light = Light
sheet-closed = Closed
sheet-mark = ID
sheet-immediate = at once
sheet-ongoing = ongoing
sheet-assigned = not accepted yet
sheet-accepted = accepted
sheet-under-way = under way
sheet-submitted = in review
sheet-struck-off = signed off
sheet-cancelled = cancelled
sheet-red = overdue
sheet-yellow = behind
sheet-blue = due soon
sheet-yes = yes
sheet-not = no
sheet-empty = nothing
refusal-sheet-stale = { $column } was changed to { $now } on { $day }; export again and change that row
refusal-sheet-is-over = no. { $no } was signed off on { $day }; nothing was changed; to take it up again, reopen it in chat
refusal-sheet-is-cancelled = no. { $no } is cancelled; nothing was changed; to take it up again, add a row without an ID
refusal-sheet-is-submitted = no. { $no } is in review and cannot be reassigned; review it first, then change the person
refusal-sheet-is-offered = no. { $no } was handed up and waits for an answer; it cannot be reassigned now
refusal-sheet-unknown-mark = the ledger has no ID “{ $mark }”; leave the ID of a new item empty, or export again
refusal-sheet-mark-twice = the same ID as row { $row }; leave the ID of a new item empty
refusal-sheet-just-changed = somebody is changing this item; nothing was changed; import once more
refusal-exempt = { $name } is exempt from items of this kind
refusal-sheet-ambiguous = “{ $name }” is the name of { $n }: { $who }. Write the key behind the name: { $example }
import-sheet-no-responsible = { $n } items without a known person; their units' liaisons answer for them for now
sheet-given = No. { $no } is yours to do now
sheet-given-lead = No. { $no } is yours to lead now
sheet-gone = No. { $no } is not yours to do any more
sheet-gone-lead = No. { $no } is not yours to lead any more
sheet-gone-to = No. { $no } is { $name }'s to do now
sheet-gone-lead-to = No. { $no } is { $name }'s to lead now

## More time, handing up, reassigning

command-handed = Items handed up
ask-item = No. { $no } { $content }
ask-why = Because: { $why }
ask-say = "Extension to { $date }, because the funds are late"
ask-say-no = "No. { $no } extension to { $date }, because the funds are late"
ask-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
ask-button-show = See no. { $no }
ask-not-your-part = No. { $no }: this step is not yours to take. Nothing was changed.
ask-own = No. { $no } is your own work: somebody else has to decide on this.
ask-offered = No. { $no } was handed up and waits for the answer from above.
ask-no-such-step = No. { $no }: items of this kind have no such step.
ask-too-often =
    No. { $no } can be extended { $most ->
        [1] once
       *[other] { $most } times
    } at most, and has been.
    Please keep to the deadline, or ask your liaison.
ask-already-asked = No. { $no }: an extension was asked for and waits for its answer.
ask-no-deadline = No. { $no } has no date, so there is nothing to extend.
ask-no-unit-above = No. { $no }: there is no unit above this one.
ask-not-now = No. { $no }: this is not possible now. Nothing was changed.
ask-instead = What is possible now is behind the button.
ask-quicker-up = No. { $no } was taken up by { $by } already; nothing more to do.
ask-quicker-back = No. { $no } was sent back by { $by } already; nothing more to do.
ask-wrong-no-day = I could not make out the day.
ask-wrong-not-later = It has to be later than { $date }.
ask-wrong-past = That day is over.
ask-wrong-too-late = It cannot be later than the campaign's end, { $date }.
ask-wrong-nobody = There is no "{ $name }" among those you can choose.
ask-week = 1 week: { $date }
ask-fortnight = 2 weeks: { $date }
ask-month = 1 month: { $date }
ask-until = No. { $no }: extended until when?
ask-until-how = Choose a day, or write it in a sentence:
ask-because = No. { $no }: extension to { $date }
ask-because-how = Why? Please write it in a line, for example: the funds are late
ask-which-item = Which item needs an extension? Choose it, or write its number:
ask-no-items =
    You have no item that could be extended.
    Your items: /tasks
ask-no-item =
    You have no item no. { $no }.
    Your items: /tasks
ask-asked = ✓ No. { $no }: extension to { $date } asked for
ask-asked-waits = It waits for the reviewer; until then the deadline stands.
ask-reason-funds = Funds
ask-reason-policy = Rules
ask-reason-across = Other departments
ask-above = No. { $no }: hand it up to which level?
ask-button-up = To { $unit }
ask-hand = No. { $no }: hand it up to { $unit }
ask-hand-why = Why can it not be solved here? Choose, or write it in a line.
ask-handed-up = ✓ No. { $no } handed up to { $unit }
ask-handed-up-see = How it goes on: /handed
ask-when = No. { $no }: to be done there by when?
ask-when-how = Choose, or write a day such as "{ $date }".
ask-from = from { $unit }
ask-whom = No. { $no }, by { $date }: who does it?
ask-whom-how = Choose, or write a name of { $unit }.
ask-button-me = I do it
ask-taken-up = ✓ No. { $no } taken up
ask-back = No. { $no }: send it back to { $unit }
ask-back-why = Why? Please write it in a line, for example: it can be solved there
ask-sent-back = ✓ No. { $no } sent back to { $unit }
ask-waiting = Handed up to you, waiting for an answer: { $n }
ask-ours = Handed up from here: { $n }
ask-none-handed = Nothing has been handed up.
ask-button-take = Take up no. { $no }
ask-button-back = Send back no. { $no }
ask-stands-waits = waits for { $unit }
ask-stands-back = sent back, with its own unit again
ask-stands-with = with { $unit }, { $who }
ask-stands-with-until = with { $unit }, { $who }, due { $date }
ask-to-whom = No. { $no }: reassign it to whom?
ask-now-with = Now with: { $who }
ask-to-whom-how = Choose, or write a name.
ask-to-whom-or-unit = Choose, or write the name of a person or a unit.
ask-nobody-yet = nobody yet
ask-heir-unit = { $unit }, person to be named
ask-same = No. { $no } is theirs already. Nothing was changed.
ask-preview = No. { $no } from { $was } to:
ask-reassigned = ✓ No. { $no } reassigned from { $was } to:

## The ledger: lists, numbers, words, and a new item

command-item = See an item by its number
command-items = Liaison: items by unit
command-new = Liaison: open an item
command-search = Find items by words
listing-mine = Mine
listing-helping = I help
listing-leading = I lead
listing-review = To review
listing-units = All units
listing-title = { $name }: { $total ->
    [one] { $total } item
   *[other] { $total } items
}
listing-title-red = { $name }: { $red } of { $total } overdue
listing-none = { $name }: nothing.
listing-several = No. { $no }: { $total } items. Please choose one:
listing-found = With “{ $words }”: { $total ->
    [one] { $total } item
   *[other] { $total } items
}
listing-found-newest = With “{ $words }”: the newest { $total }
listing-found-none = No item with “{ $words }” was found.
listing-button-red = Overdue only
listing-button-all = Show all
listing-button-home = My items
listing-button-units = By unit
listing-button-search = Search
listing-which-number = Which item? Write its number, such as: /item 7
listing-no-such-number =
    No. { $no } was not found.
    Please check the number, such as: /item 7
    Search by words: /search lamp
listing-not-yours =
    No. { $no } belongs to { $unit }. You may not see it.
    If you need it, ask the county's liaison.
listing-no-such-unit =
    No unit called “{ $name }” among those you may see.
    Please write the whole name, such as: /items { $example }
listing-which-words = Search for what? Write 2 to 16 letters, such as: lamp
opening-button-begin = New item
opening-ask-kind = Of which kind?
opening-ask-unit = Which unit is responsible? Choose, or write its name.
opening-ask-content = What is to be done? One sentence, such as: street lamps are out
opening-ask-deadline = By when? Choose, or write: by { $example }
opening-ask-responsible = Who is responsible? Choose, or write a name.
opening-ask-lead = Who leads? Choose, or write a name.
opening-button-week = 1 week
opening-button-two-weeks = 2 weeks
opening-button-month = 1 month
opening-button-myself = Myself
opening-button-nobody = Nobody in person
opening-button-no-lead = No lead
opening-button-lead = Add a lead
opening-button-open = Open it
opening-button-give-up = Cancel
opening-no-such-kind = There is no such kind. Please press a button below.
opening-no-such-unit = No unit called “{ $name }” for which you may open items.
opening-units = Several units are called “{ $name }”. Please choose one.
opening-no-such-person = Nobody called “{ $name }” is on the unit's roster.
opening-several = Several people are called “{ $name }”. Please choose one.
opening-no-deadline = Not clearly a date. Please write: by { $example }, or 2 weeks
opening-past = { $date } is over.
opening-too-long = Too long: at most { $most } characters.
opening-preview = Please check, then open it:
opening-content = { $kind }: { $content }
opening-unit = Responsible unit: { $unit }
opening-responsible = Responsible: { $name }
opening-lead = Lead: { $name }
opening-nobody = No person is named: the unit's liaison is responsible.
opening-opened = ✓ Opened: No. { $no }
opening-told = { $n ->
    [one] { $n } person will be told in the next reminder.
   *[other] { $n } people will be told in the next reminder.
}
opening-see = To see it, write: No. { $no }
opening-given-up = All right, nothing was opened.
opening-over =
    This step is over. Nothing more was opened.
    Your items: /tasks
    Another one: /new
opening-not-yours =
    This kind is not yours to open for this unit.
    If you need it, ask the campaign office.
opening-exempt = By the rules this person needs none of this kind.
opening-news = { $by } asks you to see to it
opening-news-lead = { $by } asks you to lead it
