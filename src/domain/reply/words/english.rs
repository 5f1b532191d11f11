//! English words, small letters.

use chrono::Weekday;

use super::super::Spoken;
use super::super::atom::{Atom, Part, Unit, Week};
use super::List;

pub(super) const WORDS: List = &[
    // Quantities.
    (Atom::Article, "a|an"),
    (
        Atom::Half,
        "half|half a|half an|half of a|half of an|a half|one half|half the",
    ),
    (
        Atom::AndHalf,
        "and a half|and half|and one half|and half a|and half an",
    ),
    (
        Atom::Whole,
        "all|all of the|whole|full|entire|the whole|the entire|the full|all the",
    ),
    (
        Atom::Unit(Unit::Day),
        "day|days|d|study day|study days|day's|days'",
    ),
    (
        Atom::Unit(Unit::ClassHour),
        "class hour|class hours|classhour|classhours|academic hour|academic hours|lesson hour|lesson hours|\
         learning hour|learning hours|class hrs|class hr",
    ),
    (
        Atom::Unit(Unit::Hour),
        "hour|hours|hr|hrs|study hour|study hours|clock hours|hour's|hours'",
    ),
    (Atom::Unit(Unit::HourSign), "h"),
    (
        Atom::Unit(Unit::Minute),
        "minute|minutes|min|mins|m|minutes'",
    ),
    (
        Atom::Unit(Unit::QuarterHour),
        "quarter of an hour|quarter hour|quarters of an hour",
    ),
    (Atom::Unit(Unit::Times), "times"),
    (
        Atom::Unit(Unit::Household),
        "household|households|home|homes|family|families",
    ),
    (Atom::Length(Spoken::Times(1_000)), "once"),
    (Atom::Length(Spoken::Times(2_000)), "twice"),
    (Atom::And, "and|&"),
    // Days and parts of them.
    (
        Atom::Part(Part::Morning),
        "morning|this morning|in the morning|the morning|forenoon",
    ),
    (
        Atom::Part(Part::Afternoon),
        "afternoon|this afternoon|in the afternoon|the afternoon",
    ),
    (
        Atom::Part(Part::Evening),
        "evening|this evening|in the evening|the evening|night|at night",
    ),
    (
        Atom::Part(Part::Noon),
        "noon|at noon|lunchtime|at lunchtime|midday",
    ),
    (Atom::Offset(0), "today|tonight"),
    (Atom::Offset(-1), "yesterday|last night"),
    (
        Atom::Offset(-2),
        "the day before yesterday|day before yesterday",
    ),
    (Atom::Offset(1), "tomorrow"),
    (Atom::Offset(2), "the day after tomorrow|day after tomorrow"),
    (Atom::Week(Week::Calendar(1)), "next|next week"),
    (Atom::Week(Week::Calendar(0)), "this"),
    (Atom::Week(Week::Last), "last"),
    (Atom::Weekday(Weekday::Mon), "monday|mon|on monday"),
    (Atom::Weekday(Weekday::Tue), "tuesday|tue|tues|on tuesday"),
    (Atom::Weekday(Weekday::Wed), "wednesday|wed|on wednesday"),
    (
        Atom::Weekday(Weekday::Thu),
        "thursday|thu|thur|thurs|on thursday",
    ),
    (Atom::Weekday(Weekday::Fri), "friday|fri|on friday"),
    (Atom::Weekday(Weekday::Sat), "saturday|on saturday"),
    (Atom::Weekday(Weekday::Sun), "sunday|on sunday"),
    (Atom::MonthName(1), "january|jan"),
    (Atom::MonthName(2), "february|feb"),
    (Atom::MonthName(3), "march|mar"),
    (Atom::MonthName(4), "april|apr"),
    (Atom::MonthName(5), "may"),
    (Atom::MonthName(6), "june|jun"),
    (Atom::MonthName(7), "july|jul"),
    (Atom::MonthName(8), "august|aug"),
    (Atom::MonthName(9), "september|sept|sep"),
    (Atom::MonthName(10), "october|oct"),
    (Atom::MonthName(11), "november|nov"),
    (Atom::MonthName(12), "december|dec"),
    (Atom::DateMark, "st|nd|rd|th|st of|nd of|rd of|th of"),
    // Studying.
    (
        Atom::Study,
        "study|studied|studying|studies|self study|self studied|learned|learnt|learning|training|trained|read|reading|\
         group study|attended training|attended class|attended a class|attended classes|attended a lecture|attended study|\
         took a class|took classes|self learning|party study|coursework",
    ),
    (
        Atom::Attend,
        "attended|watched|watching|listened to|listening to|attending|listened",
    ),
    (
        Atom::Topic,
        "party history|party constitution|party lecture|party lectures|theory|lecture|lectures|course|courses|mass line",
    ),
    (
        Atom::Matter,
        "party|book|books|document|documents|history|speech|speeches|seminar|class|classes|lesson|lessons|policy",
    ),
    (Atom::Place, "at|with|from|online at|on|in"),
    // No weight.
    (
        Atom::Filler,
        "i|i've|i have|we've|we|have|had|did|do|for|of|for about|for around|a total of|total|in total|altogether|around|approximately|\
         approx|roughly|only|just|the|my|spent|completed|finished|done|it was|was|hi|hello|sorry|good morning|good afternoon|\
         good evening|thanks|thank you|please|ok|okay|yes|dear|sir|madam|worth|worth of|myself|also|already|so|well|\
         some time|online|together|hard|time|on study|on studying|about|ca|straight|long|that|duration|study time|\
         time studied|make up|make up for|making up|making up for|to make up|to make up for",
    ),
    // Nothing.
    (Atom::Not { alone: true }, "did not|didn't|didnt"),
    (
        Atom::Not { alone: false },
        "no|not|have not|haven't|havent|had not|hadn't|could not|couldn't|couldnt|\
         wasn't able to|was not able to|was unable to|haven't yet",
    ),
    (
        Atom::Nothing,
        "none|nothing|nothing at all|none at all|nil|no time to study|no time for study|no time for studying|\
         didn't study at all|did not study at all|didn't study anything|did not study anything|no study at all|\
         had no time to study|didn't have time to study|did not have time to study|nothing studied|studied nothing|\
         not studied|no hours|no class hours|no, i didn't|no, i didn't study|no, i did not study|no i didn't|didn't do any study|didn't do any studying|did no study|did no studying|\
         did nothing|didn't get to study|did not get to study|haven't studied anything|have not studied anything|\
         no studying done|no study done|didn't manage to study|didn't learn anything|learned nothing",
    ),
    // Not done, or not said clearly.
    (
        Atom::Intent,
        "will|i'll|we'll|shall|plan|plan to|planning|planning to|planned|going to|gonna|intend|intend to|want|want to|should|\
         must|need|need to|have to|would|would like to|hope|hope to|hoping to|going|i'm going to|i am going to|to|to study",
    ),
    (
        Atom::Block,
        "never|but|he|she|they|you|him|her|his|their|someone|colleague|colleagues|meeting|meetings|leave|rest|rested|resting|\
         trip|travel|travelled|worked|slept|more|less|than|more than|less than|almost|nearly|over|under|at least|at most|\
         up to|few|several|couple|some|many|much|lot|lots|most of|part of|ago|per|each|every|daily|average|or|if|until|till|\
         between|except|without|minus|instead|remaining|left|missing|still|short|cancel|undo|correction|wrong|is|are|isn't|\
         aren't|wasn't|weren't|don't|doesn't|won't|can't|cannot|can|could|any|hardly|barely|nor|neither|pm|am|o'clock|before|\
         after|yet|another|extra|first|second|third|both|teach|taught|teaching|planet|later|plus|maybe|perhaps|probably|possibly|might|guess|hopefully|negative",
    ),
];
