//! The four files of words against each other and against the code: the same messages with the same variables,
//! each one said somewhere, in the manners of `docs/glossary.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};

const LANGUAGES: [&str; 4] = ["zh-CN", "zh-TW", "en", "ko"];

/// Half-width columns of a line in the Chinese files. Lines that the command line prints may be longer.
const WIDEST: usize = 44;

/// Common characters that only the simplified script has.
const SIMPLIFIED_ONLY: &str = "个们来时实学习国说为这对会发进还没动过没样点开关门问间见观车长书东业两严\
    丧丰临举义乐乔买乱争于亏云亚产亩亲仅从仓仪价众优传伤伦伪体余佣侠侣侦侧侨债倾偿储儿兑党兰兴养兽冈册写军农冯冲决况冻净\
    减凑凤凭凯击凿刘则刚创删别剂剑剧劝办务劣劳势勋匀区医华协单卖卢卫却厂厅历厉压厌县参双变叙台叶号叹吗吨听启员呜响哑唤团园围图\
    圆圣场坏块坚坛坝坟坠垄报执扩扫扬换据损摇撤离种积称稳穷窃竞笔笼签简粮紧红级纪约纯纲纳纵纷纸纹线练组细织终经绍绑结给络绝统绩续维综\
    绿编缓缘网罗罚职联聪肃胁胆胜脉脑腾舰艰艺节苏范茎荐药获营萧虑虽虾补装规览觉触计订认讨让训议记讲许论设访证评识诉词译试诗话询该详语误\
    请诸读课调谁谅谈谊谋谓谜谢谦谨谱贝负责贤败账货质贩贪购贯贴贵贷贸费贺资赋赌赏赔赖赛赞车转轮软轰轻载较辅辆辈输边达迁迈运这连迟适选递\
    逻遗邮邻郑释鉴针钟钢钱铁铜银销锁锐错键镇闭闯闲闷闻队阶际陆陈险随难零静韩页顶项顺须顾预领频题额颜风飞饭馆驱验骂鱼鲁鸟鸡龙龟";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn source(language: &str) -> String {
    let path = root().join("locales").join(language).join("duban.ftl");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn parsed(source: &str) -> Resource<&str> {
    fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"))
}

/// Message ids with the variables that each one takes.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let source = source(language);
    let resource = parsed(&source);
    let terms: BTreeMap<&str, &Pattern<&str>> = resource
        .body
        .iter()
        .filter_map(|entry| match entry {
            Entry::Term(term) => Some((term.id.name, &term.value)),
            _ => None,
        })
        .collect();
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let value = message
            .value
            .as_ref()
            .unwrap_or_else(|| panic!("{} is empty", message.id.name));
        let mut used = Used::default();
        used.pattern(value);
        for term in &used.terms {
            assert!(
                terms.contains_key(term.as_str()),
                "{language}: no term -{term}"
            );
        }
        let twice = found.insert(message.id.name.to_owned(), used.variables);
        assert!(
            twice.is_none(),
            "{language}: {} stands twice",
            message.id.name
        );
    }
    found
}

/// What a pattern draws on.
#[derive(Default)]
struct Used {
    variables: BTreeSet<String>,
    terms: BTreeSet<String>,
}

impl Used {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.terms.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            other => panic!("words use only variables and terms, not {other:?}"),
        }
    }
}

/// The ids in the source's `fl!(…, "id"…)` calls.
fn said_in_the_code() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for path in rust_files(&root().join("src")) {
        let source = fs::read_to_string(&path).unwrap();
        for call in source.split("fl!(").skip(1) {
            let Some(id) = call.split('"').nth(1) else {
                continue;
            };
            ids.insert(id.to_owned());
        }
    }
    ids
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn columns(line: &str) -> usize {
    line.chars()
        .map(|sign| if sign >= '\u{1100}' { 2 } else { 1 })
        .sum()
}

#[test]
fn all_languages_have_the_same_messages_with_the_same_variables() {
    let english = messages("en");
    for language in LANGUAGES {
        let theirs = messages(language);
        let missing: Vec<_> = english
            .keys()
            .filter(|id| !theirs.contains_key(*id))
            .collect();
        let extra: Vec<_> = theirs
            .keys()
            .filter(|id| !english.contains_key(*id))
            .collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{language}: - {missing:?} + {extra:?}"
        );
        for (id, variables) in &english {
            assert_eq!(&theirs[id], variables, "{language}: {id}");
        }
    }
}

#[test]
fn every_message_is_said_somewhere_and_every_one_said_exists() {
    let written: BTreeSet<String> = messages("en").into_keys().collect();
    let said = said_in_the_code();
    let unused: Vec<_> = written.difference(&said).collect();
    let unknown: Vec<_> = said.difference(&written).collect();
    assert!(unused.is_empty(), "never said: {unused:?}");
    assert!(unknown.is_empty(), "said without words: {unknown:?}");
}

#[test]
fn words_hold_no_markup_no_isolation_marks_and_no_exclamations() {
    for language in LANGUAGES {
        for (at, line) in source(language).lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            // Placeables may hold an arrow; what is left is what people read.
            let text = line.replace("->", "");
            for sign in ['<', '>', '&', '\u{2068}', '\u{2069}', '!', '\u{ff01}'] {
                assert!(!text.contains(sign), "{language} line {}: {sign:?}", at + 1);
            }
        }
    }
}

#[test]
fn chinese_lines_fit_on_a_phone() {
    for language in ["zh-CN", "zh-TW"] {
        for (at, line) in source(language).lines().enumerate() {
            let (id, text) = line.split_once(" = ").unwrap_or(("", line));
            if line.starts_with('#') || id.starts_with("refusal-") {
                continue;
            }
            // A variable takes about six columns of what it stands for.
            let mut filled = String::new();
            for (n, piece) in text.trim().split(['{', '}']).enumerate() {
                filled.push_str(if n % 2 == 0 { piece } else { "······" });
            }
            assert!(
                columns(&filled) <= WIDEST,
                "{language} line {}: {text}",
                at + 1
            );
        }
    }
}

#[test]
fn traditional_chinese_is_not_written_in_simplified_characters() {
    // Characters that both scripts write alike do not count, whatever list they stand in.
    let shared = "来没却净减台余于据范離零静靜云亏种扬别劣凑動";
    for (at, line) in source("zh-TW").lines().enumerate() {
        let foreign: String = line
            .chars()
            .filter(|sign| SIMPLIFIED_ONLY.contains(*sign) && !shared.contains(*sign))
            .filter(|sign| !sign.is_whitespace() && !sign.is_ascii())
            .collect();
        assert!(foreign.is_empty(), "line {}: {foreign}", at + 1);
    }
}
