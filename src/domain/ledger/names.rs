//! Whom a name in a ledger means.

use std::collections::HashMap;

use crate::domain::cadre::Cadre;

/// Whom a cell means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant<'a> {
    /// Exactly one fits.
    One(&'a Cadre),
    /// Nobody on the roster is called that.
    Nobody,
    /// These fit equally well.
    Several(Vec<&'a Cadre>),
}

/// The active people of a roster, by name and by key.
#[derive(Debug)]
pub struct Names<'a> {
    by_name: HashMap<&'a str, Vec<&'a Cadre>>,
    by_key: HashMap<&'a str, &'a Cadre>,
}

impl<'a> Names<'a> {
    /// Over the active people.
    pub fn of(cadres: &'a [Cadre]) -> Self {
        let mut by_name: HashMap<&str, Vec<&Cadre>> = HashMap::new();
        let mut by_key = HashMap::new();
        for cadre in cadres.iter().filter(|cadre| cadre.active) {
            by_name.entry(&cadre.name).or_default().push(cadre);
            by_key.insert(cadre.key.as_str(), cadre);
        }
        Self { by_name, by_key }
    }

    /// The person whom a cell of an item of that unit means: "王五", "王五(P000012)" or "P000012"; what stands in
    /// brackets may be his post or unit too.
    pub fn meant(&self, text: &str, unit_path: &str) -> Meant<'a> {
        let text = text.trim();
        if let found @ (Meant::One(_) | Meant::Several(_)) = self.nearest(text, unit_path) {
            return found;
        }
        if let Some(cadre) = self.of_key(text) {
            return Meant::One(cadre);
        }
        let Some((name, rest)) = text.split_once(['(', '（']) else {
            return Meant::Nobody;
        };
        let (name, inside) = (name.trim(), rest.trim_end_matches([')', '）']).trim());
        if let Some(cadre) = self.of_key(inside) {
            let fits = name.is_empty() || cadre.name == name;
            return if fits {
                Meant::One(cadre)
            } else {
                Meant::Nobody
            };
        }
        let people = self.by_name.get(name).into_iter().flatten().copied();
        let told = |cadre: &&Cadre| {
            !inside.is_empty() && (cadre.post == inside || cadre.unit_path.ends_with(inside))
        };
        one_of(people.filter(told).collect())
    }

    fn of_key(&self, text: &str) -> Option<&'a Cadre> {
        let upper = text.to_uppercase();
        let found = self
            .by_key
            .get(text)
            .or_else(|| self.by_key.get(upper.as_str()));
        found.copied()
    }

    /// The person of that name nearest to a unit: of the unit itself, else of its branch of the tree (the more of
    /// the path is shared, the nearer), else anywhere.
    fn nearest(&self, name: &str, unit_path: &str) -> Meant<'a> {
        let Some(people) = self.by_name.get(name) else {
            return Meant::Nobody;
        };
        let shared = |cadre: &Cadre| {
            let same = cadre.unit_path.split('/').zip(unit_path.split('/'));
            let shared = same.take_while(|(a, b)| a == b).count();
            (cadre.unit_path == unit_path, shared)
        };
        let best = people.iter().map(|cadre| shared(cadre)).max();
        let nearest = people.iter().filter(|cadre| Some(shared(cadre)) == best);
        one_of(nearest.copied().collect())
    }
}

fn one_of(people: Vec<&Cadre>) -> Meant<'_> {
    match people.as_slice() {
        [] => Meant::Nobody,
        [one] => Meant::One(one),
        _ => Meant::Several(people),
    }
}

/// The names in a cell of several: 配合单位、配合人.
pub fn listed(text: &str) -> impl Iterator<Item = &str> {
    let parts = text
        .split(['、', ',', ';', '，', '；', '\n'])
        .map(str::trim);
    parts.filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::ids::CadreId;
    use crate::domain::sample::cadre;

    #[test]
    fn a_name_means_the_nearest_person_who_has_it() {
        let person = |id: i64, name: &str, unit: &str, active: bool| Cadre {
            id: CadreId(id),
            key: format!("P{id:06}"),
            name: name.into(),
            unit_path: unit.into(),
            active,
            ..cadre()
        };
        let mut people = [
            person(1, "李兰", "汪清县/春阳镇", true),
            person(2, "李兰", "汪清县/百草沟镇", true),
            person(3, "李兰", "敦化市", true),
            person(4, "金新", "敦化市/额穆镇", true),
            person(5, "朴兰", "敦化市", false),
            person(6, "王五", "图们市/甲镇", true),
            person(7, "王五", "图们市/乙镇", true),
        ];
        if let Some(last) = people.last_mut() {
            last.post = "副镇长".into();
        }
        let names = Names::of(&people);
        for (name, unit, expected) in [
            ("李兰", "汪清县/春阳镇", Some(1)),
            ("李兰", "汪清县/百草沟镇/新光村", Some(2)),
            ("李兰", "敦化市/额穆镇", Some(3)),
            ("金新", "汪清县", Some(4)),
            // Whoever left answers for nothing; two that are equally near are nobody for sure.
            ("朴兰", "敦化市", None),
            ("李兰", "汪清县", None),
            ("王五", "图们市", None),
            ("赵六", "图们市", None),
            // Said more exactly.
            ("王五(P000007)", "图们市", Some(7)),
            ("王五（p000006）", "图们市", Some(6)),
            ("P000006", "图们市", Some(6)),
            ("王五(副镇长)", "图们市", Some(7)),
            ("王五(乙镇)", "图们市", Some(7)),
            // A key that is somebody else's is a slip.
            ("王五(P000004)", "图们市", None),
            ("王五()", "图们市", None),
        ] {
            let found = match names.meant(name, unit) {
                Meant::One(person) => Some(person.id.0),
                Meant::Nobody | Meant::Several(_) => None,
            };
            assert_eq!(found, expected, "{name} of {unit}");
        }
        let Meant::Several(both) = names.meant("王五", "图们市") else {
            panic!("two fit");
        };
        assert_eq!(both.len(), 2);
        assert_eq!(names.meant("朴兰", "敦化市"), Meant::Nobody);
    }

    #[test]
    fn a_cell_of_several_names() {
        let names: Vec<&str> = listed("李兰、 王五(P000007);敦化市，\n金新").collect();
        assert_eq!(names, ["李兰", "王五(P000007)", "敦化市", "金新"]);
    }
}
