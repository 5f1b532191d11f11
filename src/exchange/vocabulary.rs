//! What offices call the columns of a roster and of a ledger: Simplified, Traditional, Korean, English.
//!
//! Names stand in the form of [`super::title::label`]: half-width, lower case, letters and digits
//! only. In each list the surer name comes first: where two columns fit, it is read first.

use crate::domain::dispatch::Quick;

/// The names of one column.
#[derive(Debug)]
pub(super) struct Words<C> {
    /// Which column.
    pub(super) column: C,
    /// Its stable English name, for messages.
    pub(super) code: &'static str,
    /// What offices call it, between spaces.
    pub(super) names: &'static str,
}

/// The columns of a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RosterColumn {
    /// Running number.
    Seq,
    /// A number that is a key or a running number.
    Code,
    /// The person's key in the office's own records.
    Key,
    /// County, city or district, where it has a column of its own.
    County,
    /// Township, likewise.
    Township,
    /// The unit, as a name or a path.
    Unit,
    /// Branch, village or department below the unit.
    Branch,
    /// The person's name.
    Name,
    /// The post held.
    Post,
    /// The rank, as the office words it.
    Rank,
    /// The phone number.
    Phone,
    /// Whether he is in the leading group.
    Leadership,
    /// Remarks and traits.
    Note,
    /// The unit's sector.
    Sector,
    /// Since when the person is there.
    JoinedOn,
}

/// The columns of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LedgerColumn {
    /// The item's number.
    No,
    /// The problem or task.
    Content,
    /// Its category.
    Category,
    /// The measures.
    Measures,
    /// The lead leader.
    Lead,
    /// County, where it has a column of its own.
    County,
    /// Township, likewise.
    Township,
    /// The responsible unit.
    Unit,
    /// The responsible person.
    Responsible,
    /// Units that help.
    Helpers,
    /// The time limit.
    Deadline,
    /// What has been done.
    Progress,
    /// Whether it is struck off.
    Closed,
    /// The kind of ledger.
    Kind,
}

const COUNTY: &str = "县市 县市区 县 市县 县区 区县 市区 所在县市 所属县市 縣市 county 시현 현시";
const TOWNSHIP: &str = "乡镇 乡镇街道 镇街 街道 乡镇办 所在乡镇 所属乡镇 鄉鎮 鄉鎮街道 township town \
     향진";

const fn words<C>(column: C, code: &'static str, names: &'static str) -> Words<C> {
    Words {
        column,
        code,
        names,
    }
}

/// The roster's words.
pub(super) const ROSTER: &[Words<RosterColumn>] = &[
    words(
        RosterColumn::Seq,
        "seq",
        "序号 序 顺序号 序號 순번 seq serial serialno",
    ),
    words(RosterColumn::Code, "code", "编号 編號 번호 no"),
    words(
        RosterColumn::Key,
        "key",
        "key id 工号 人员编号 干部编号 党员编号 职工号 员工编号 人员id 工號 人員編號 \
         사번 staffno employeeid",
    ),
    words(RosterColumn::County, "county", COUNTY),
    words(RosterColumn::Township, "township", TOWNSHIP),
    words(
        RosterColumn::Unit,
        "unit",
        "单位 所在单位 工作单位 单位名称 所属单位 现工作单位 所在党组织 党组织 \
         党组织名称 所在党委 组织 單位 所在單位 工作單位 單位名稱 所屬單位 所在黨組織 \
         黨組織 unit unitname organisation organization 소속 소속단위 단위 단위명",
    ),
    words(
        RosterColumn::Branch,
        "branch",
        "支部 党支部 所在支部 所在党支部 支部名称 党支部名称 支部村 村 村社区 村居 \
         社区 部门 所在部门 内设机构 科室 处室 黨支部 所在黨支部 部門 社區 branch \
         department village 지부 당지부 부서 촌",
    ),
    words(
        RosterColumn::Name,
        "name",
        "姓名 名字 人员姓名 干部姓名 党员姓名 人員姓名 name fullname 이름 성명",
    ),
    words(
        RosterColumn::Post,
        "post",
        "职务 现任职务 职务名称 党内职务 行政职务 岗位 職務 現任職務 崗位 post \
         position jobtitle title 직무 직위",
    ),
    words(
        RosterColumn::Rank,
        "rank",
        "职级 级别 行政级别 职务层次 职务级别 职务职级 干部级别 職級 級別 行政級別 \
         職務層次 rank grade level 직급 급별",
    ),
    words(
        RosterColumn::Phone,
        "phone",
        "手机号 手机号码 手机 移动电话 联系电话 联系方式 电话 电话号码 本人手机 手機 \
         手機號 手機號碼 行動電話 聯絡電話 聯繫電話 聯絡方式 電話 phone mobile \
         mobilephone phonenumber telephone tel 휴대폰 휴대전화 전화번호 전화 연락처",
    ),
    words(
        RosterColumn::Leadership,
        "leadership",
        "是否班子成员 班子成员 领导班子 领导班子成员 是否领导班子成员 是否為班子成員 \
         是否为班子成员 是否班子成員 班子成員 領導班子 leadership leader 지도부 \
         지도부성원 지도부성원여부",
    ),
    words(
        RosterColumn::Note,
        "note",
        "备注 说明 身份 人员类别 党员类别 人员身份 備註 說明 身分 人員類別 note notes \
         remark remarks traits 비고",
    ),
    words(
        RosterColumn::Sector,
        "sector",
        "领域 分领域 所属领域 类别 单位类别 領域 分領域 類別 sector 분야",
    ),
    words(
        RosterColumn::JoinedOn,
        "joined_on",
        "加入日期 到岗日期 加入时间 到岗时间 报到日期 到岗 加入日 到職日期 報到日期 加入時間 joinedon joined \
         joiningdate startdate 부임일 부임날자 가입일 가입날자",
    ),
];

/// The ledger's words.
pub(super) const LEDGER: &[Words<LedgerColumn>] = &[
    words(
        LedgerColumn::No,
        "no",
        "序号 编号 项目号 问题编号 序 序號 編號 no number seq id 순번 번호",
    ),
    words(
        LedgerColumn::Content,
        "content",
        "问题 存在问题 突出问题 存在的问题 存在的突出问题 主要问题 问题清单 具体问题 \
         问题内容 问题描述 整改问题 查摆问题 整改内容 整改事项 整改任务 整改项目 事项 \
         任务 承诺内容 承诺事项 内容 問題 存在問題 突出問題 具體問題 整改內容 \
         整改事項 整改任務 事項 內容 content problem issue item task 문제 존재문제 \
         정돈개선내용 내용",
    ),
    words(
        LedgerColumn::Category,
        "category",
        "类别 问题类别 类型 问题类型 分类 問題類別 類別 類型 分類 category 유형 분류 \
         류형",
    ),
    words(
        LedgerColumn::Measures,
        "measures",
        "整改措施 措施 具体措施 整改举措 工作措施 主要措施 解决措施 具體措施 整改舉措 \
         改善措施 measures measure action actions 대책 조치 정돈개선조치",
    ),
    words(
        LedgerColumn::Lead,
        "lead",
        "牵头领导 牵头人 责任领导 分管领导 包保领导 牵头县级领导 牵头责任人 主管领导 \
         牽頭領導 牽頭人 主責主管 責任領導 分管領導 lead leader leadleader 책임지도자 \
         주관지도자",
    ),
    words(LedgerColumn::County, "county", COUNTY),
    words(LedgerColumn::Township, "township", TOWNSHIP),
    words(
        LedgerColumn::Unit,
        "unit",
        "责任单位 整改单位 整改责任单位 牵头单位 承办单位 主办单位 责任部门 单位 單位 \
         責任單位 整改單位 承辦單位 牽頭單位 責任部門 unit responsibleunit 책임단위 \
         단위",
    ),
    words(
        LedgerColumn::Responsible,
        "responsible",
        "责任人 具体责任人 整改责任人 直接责任人 承办人 经办人 具体负责人 負責人 \
         负责人 責任人 具體責任人 承辦人 經辦人 responsible responsibleperson owner \
         책임자 책임인",
    ),
    words(
        LedgerColumn::Helpers,
        "helpers",
        "配合单位 配合人 配合单位人 配合人员 协办单位 协办人 协助单位 协助人 协助 参与单位 \
         配合部门 配合單位 配合人員 配合單位人 協辦單位 協辦人 協助單位 helpers helper \
         협조단위 협조인",
    ),
    words(
        LedgerColumn::Deadline,
        "deadline",
        "完成时限 整改时限 时限 完成时间 整改期限 整改完成时限 整改时间 完成期限 期限 \
         限期 时限要求 办结时限 完成時限 整改時限 時限 完成時間 deadline due duedate \
         기한 완성기한 완료기한 시한",
    ),
    words(
        LedgerColumn::Progress,
        "progress",
        "进展情况 整改进展 整改进展情况 进展 落实情况 整改情况 整改落实情况 完成情况 \
         工作进展 進展情況 進展 辦理情形 整改進展 落實情況 完成情況 progress 진척 진행정황 \
         진행상황",
    ),
    words(
        LedgerColumn::Closed,
        "closed",
        "是否销号 销号 销号情况 是否完成 是否整改到位 是否办结 是否銷號 銷號 銷號情況 \
         是否解除列管 解除列管 closed done 완료여부 말소여부",
    ),
    words(
        LedgerColumn::Kind,
        "kind",
        "台账类型 台账类别 清单类型 台帳類型 臺賬類型 列管類型 kind 대장유형",
    ),
];

/// What the buttons of the monthly question say, in the languages in which a table may have been written.
pub(super) const QUICK: [(Quick, [&str; 4]); 2] = [
    (
        Quick::OnCourse,
        ["正常推进", "順利進行", "On course", "정상 추진"],
    ),
    (
        Quick::Difficult,
        ["有困难", "有困難", "There are difficulties", "애로가 있음"],
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::super::title::label;
    use super::*;

    fn check<C: Copy + PartialEq + std::fmt::Debug>(vocabulary: &[Words<C>]) {
        let mut seen = HashMap::new();
        for words in vocabulary {
            for name in words.names.split_whitespace() {
                assert_eq!(label(name), name, "written as labels are compared");
                let twice = seen.insert(name, words.column);
                assert_eq!(twice, None, "{name} names one column only");
            }
        }
    }

    #[test]
    fn each_name_is_a_label_and_means_one_column() {
        check(ROSTER);
        check(LEDGER);
    }
}
