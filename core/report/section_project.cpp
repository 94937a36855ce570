#include "core/report/report_text.h"
#include "core/report/sections.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace patina {

namespace {

using Align = ReportTable::Align;

std::string kappaText(const Kappa &kappa)
{
    if (kappa.state != KappaState::Defined)
        return whyNoKappa(kappa);
    std::string text = fmt::format("{:.3f}", kappa.value);
    if (kappa.interval95)
        text += fmt::format(" (95 % interval {:.3f} to {:.3f})", kappa.interval95->low, kappa.interval95->high);
    return text;
}

ReportTable confusionTable(const Agreement &agreement)
{
    ReportTable table{
        fmt::format("What {} (rows) and {} (columns) said of the same regions", agreement.first, agreement.second),
        {{""}},
        {}};
    for (const std::string &category : agreement.categories)
        table.columns.push_back({category, Align::Right});
    const int count = agreement.classTable.categories();
    for (int first = 0; first < count; ++first) {
        std::vector<std::string> row{agreement.categories[static_cast<std::size_t>(first)]};
        for (int second = 0; second < count; ++second)
            row.push_back(countText(agreement.classTable.at(first, second)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

void addAgreement(const Agreement &agreement, ReportBlocks &blocks)
{
    ReportFacts facts;
    facts.facts.push_back({"Readers", fmt::format("{} and {}", agreement.first, agreement.second)});
    facts.facts.push_back({"Regions both decided", countText(agreement.both())});
    facts.facts.push_back(
        {"By one of them alone", fmt::format("{} by {}, {} by {}", countText(agreement.onlyFirst), agreement.first,
                                             countText(agreement.onlySecond), agreement.second)});
    facts.facts.push_back({"Said the same", ofText(agreement.classTable.agreed(), agreement.both())});
    facts.facts.push_back({"Cohen's kappa, classes", kappaText(agreement.classes)});
    facts.facts.push_back({"Cohen's kappa, kinds", kappaText(agreement.kinds)});
    blocks.emplace_back(std::move(facts));
    if (agreement.both() > 0)
        blocks.emplace_back(confusionTable(agreement));
}

void addJournal(const ReportProject &project, ReportBlocks &blocks)
{
    blocks.emplace_back(ReportSection{"Journal"});
    ReportFacts facts;
    facts.facts.push_back({"Project", project.name});
    facts.facts.push_back({"File", project.file});
    facts.facts.push_back({"Entries", countText(project.entries)});
    if (project.entries > 0) {
        facts.facts.push_back({"Head (SHA-256 of the last entry)", project.head, true});
        facts.facts.push_back({"First and last entry", project.journal.firstUtc + " to " + project.journal.lastUtc});
    }
    blocks.emplace_back(std::move(facts));
    if (!project.journal.actions.empty()) {
        ReportTable table{"Entries by action", {{"Action"}, {"Entries", Align::Right}}, {}};
        for (const JournalDigest::Action &action : project.journal.actions)
            table.rows.push_back({action.action, countText(action.entries)});
        blocks.emplace_back(std::move(table));
    }
    if (!project.journal.last.empty()) {
        ReportTable table{fmt::format("Last {} entries", project.journal.last.size()),
                          {{"No.", Align::Right}, {"Time (UTC)"}, {"Who"}, {"Action"}},
                          {}};
        for (const JournalLine &line : project.journal.last)
            table.rows.push_back({fmt::format("{}", line.number), line.utc, line.who, line.action});
        blocks.emplace_back(std::move(table));
    }
}

} // namespace

JournalDigest journalDigest(const std::vector<JournalLine> &lines, std::size_t last)
{
    JournalDigest digest;
    if (lines.empty())
        return digest;
    std::map<std::string, std::int64_t> counts;
    for (const JournalLine &line : lines)
        ++counts[line.action];
    for (const auto &[action, entries] : counts)
        digest.actions.push_back({action, entries});
    std::ranges::stable_sort(digest.actions, std::ranges::greater(), &JournalDigest::Action::entries);
    digest.firstUtc = lines.front().utc;
    digest.lastUtc = lines.back().utc;
    const std::size_t from = lines.size() - std::min(last, lines.size());
    digest.last.assign(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end());
    return digest;
}

void addProjectSection(const ReportInput &input, ReportBlocks &blocks)
{
    if (!input.project)
        return;
    const ReportProject &project = *input.project;
    blocks.emplace_back(ReportSection{"Readers and their agreement"});
    blocks.emplace_back(ReportParagraph{project.readers.empty()
                                            ? std::string("Nobody has decided anything in this project.")
                                            : fmt::format("Decided by: {}.", fmt::join(project.readers, ", "))});
    for (const Agreement &agreement : project.agreement)
        addAgreement(agreement, blocks);
    if (!project.whyNoAgreement.empty())
        blocks.emplace_back(ReportParagraph{project.whyNoAgreement});
    addJournal(project, blocks);
}

} // namespace patina
