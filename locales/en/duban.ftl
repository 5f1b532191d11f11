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
    I can only read text, so nothing was recorded.
    Please write it, for example “{ -say-half }”.
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
