#include "core/base/random.h"
#include "core/dataset/csv.h"
#include "core/studies/study_command.h"
#include "core/studies/study_images.h"
#include "core/studies/study_plan.h"
#include "core/studies/study_report.h"
#include "core/studies/study_table.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace patina;

namespace {

/// Parts of which half have a defect that scores `more` above the good ones, in normal noise.
StudyRunResult drawn(Random &random, int parts, double more)
{
    StudyRunResult result;
    for (int i = 0; i < parts; ++i) {
        const bool good = i % 2 == 0;
        const double peak = random.normal() + (good ? 0.0 : more);
        result.images.push_back({std::to_string(i), "part " + std::to_string(i), good, peak});
        if (!good)
            result.regions.push_back({i, "scratch", false, peak});
    }
    result.figures = {{"pixel.aupro30", 0.5 + 0.01 * random.normal()}};
    return result;
}

StudyArmResults arm(const char *name, std::uint64_t seed, int seeds, double more)
{
    StudyArmResults made{name, {}};
    Random random(seed);
    for (int i = 0; i < seeds; ++i)
        made.runs.push_back(drawn(random, 120, more));
    return made;
}

std::size_t columnOf(const StudyTable &table, const std::string &name)
{
    return static_cast<std::size_t>(std::ranges::find(table.figures, name) - table.figures.begin());
}

} // namespace

class TestStudyTable : public QObject
{
    Q_OBJECT
private slots:
    void aBetterArmIsClearlyBetter();
    void intervalsCoverTheTruth();
    void alikeArmsAreNotApart();
    void fewSeedsGiveMapFiguresNoInterval();
    void contentTellsDataSetsApart();
    void groupsOnBothSidesAreTold();
    void whatCannotBeATable();
    void plansSayWhatIsCompared();
    void textsHaveEveryFigure();
    void namesDoNotBreakTables();
    void theCommandMakesTheSame();

private:
    QTemporaryDir m_folder;
};

void TestStudyTable::aBetterArmIsClearlyBetter()
{
    const auto table = studyTable({arm("weak", 1, 5, 0.8), arm("strong", 2, 5, 2.5)}, {{1, 0}}, 300, 7, {});
    QVERIFY(table);
    for (const char *name : {"image.auroc", "recall.all", "recall.scratch"}) {
        const StudyCell &cell = table->differences[0].cells[columnOf(*table, name)];
        QVERIFY(StudyDifference::isClear(cell) && cell.low > 0.0);
        QVERIFY(cell.low <= *cell.mean && *cell.mean <= cell.high);
    }
    QCOMPARE(table->seeds, std::int64_t{5});
    QCOMPARE(table->groups, std::int64_t{120});
    QVERIFY(columnOf(*table, "pixel.aupro30") < table->figures.size());
    // The same again, in every digit.
    const auto again = studyTable({arm("weak", 1, 5, 0.8), arm("strong", 2, 5, 2.5)}, {{1, 0}}, 300, 7, {});
    QCOMPARE(again->differences[0].cells[0].low, table->differences[0].cells[0].low);
}

/// Of made arms whose parts and seeds are both drawn anew the intervals hold the true AUROC about as often as they say.
void TestStudyTable::intervalsCoverTheTruth()
{
    const double truth = 0.5 * std::erfc(-1.0 / std::sqrt(2.0) / std::sqrt(2.0)); // of two normals one deviation apart
    int held = 0;
    constexpr int trials = 60;
    for (int trial = 0; trial < trials; ++trial) {
        const auto table = studyTable({arm("one", 100 + static_cast<std::uint64_t>(trial), 5, 1.0)}, {}, 100, 1, {});
        const StudyCell &cell = table->rows[0].cells[0];
        held += cell.low <= truth && truth <= cell.high ? 1 : 0;
    }
    QVERIFY2(held >= 54, qPrintable(QString::number(held))); // the two-way bootstrap is on the wide side
}

void TestStudyTable::alikeArmsAreNotApart()
{
    const StudyArmResults one = arm("one", 3, 5, 1.5);
    StudyArmResults other = one;
    other.arm = "other";
    const auto table = studyTable({one, other}, {{1, 0}}, 100, 7, {});
    for (const StudyCell &cell : table->differences[0].cells) {
        QCOMPARE(*cell.mean, 0.0);
        QCOMPARE(cell.low, 0.0);
        QCOMPARE(cell.high, 0.0);
        QVERIFY(!StudyDifference::isClear(cell));
    }
}

void TestStudyTable::fewSeedsGiveMapFiguresNoInterval()
{
    const auto table = studyTable({arm("a", 1, 4, 1.0), arm("b", 2, 4, 2.0)}, {{1, 0}}, 100, 7, {}).value();
    const auto at = [&](const char *name) { return table.differences[0].cells[columnOf(table, name)]; };
    QVERIFY(at("pixel.aupro30").mean && std::isnan(at("pixel.aupro30").low));
    QVERIFY(!StudyDifference::isClear(at("pixel.aupro30")));
    QVERIFY(at("image.auroc").low <= at("image.auroc").high); // drawn with the parts, too
}

void TestStudyTable::contentTellsDataSetsApart()
{
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    const auto dataset = [&](const char *name, const char *content, Split split) {
        std::ofstream(root / name) << content;
        std::filesystem::last_write_time(root / name, std::filesystem::file_time_type::clock::time_point{});
        Dataset made;
        made.images.resize(1);
        made.images[0].id = "part.png";
        made.images[0].path = root / name;
        made.images[0].split = split;
        return made;
    };
    const Dataset one = dataset("a", "same size", Split::Train);
    const Dataset other = dataset("b", "SAME SIZE", Split::Test);
    const Dataset copy = dataset("c", "same size", Split::Test);
    const auto contentOf = [](const Dataset &of) { return datasetContent(of, {}).value(); };
    QVERIFY(contentOf(one).digest != contentOf(dataset("d", "SAME SIZE", Split::Train)).digest);
    QVERIFY(contentOf(one).digest == contentOf(dataset("e", "same size", Split::Train)).digest);
    QVERIFY(checkApart(one, contentOf(one), other, contentOf(other)).has_value());
    QCOMPARE(checkApart(one, contentOf(one), copy, contentOf(copy)).error().code, ErrorCode::BadArgument);
}

/// Other images of a part that is tested, or parts made like such images, are not the test image itself.
void TestStudyTable::groupsOnBothSidesAreTold()
{
    const auto dataset = [](const char *root) {
        Dataset made;
        made.root = root;
        for (const auto &[split, group] : {std::pair(Split::Train, "a"), std::pair(Split::Train, "b"),
                                           std::pair(Split::Test, "b"), std::pair(Split::Test, "c")}) {
            ImageRecord image;
            image.id = std::to_string(made.images.size());
            image.className = "good";
            image.split = split;
            image.group = group;
            made.images.push_back(image);
        }
        return made;
    };
    const Dataset real = dataset("real");
    const Dataset made = dataset("made");
    const DatasetContent content{"", {"A", "B", "B2", "C"}};
    using Groups = std::set<std::string>;
    QCOMPARE(groupsOnBothSides(real, content, real, content), Groups{"b"});
    QCOMPARE(groupsOnBothSides(made, {"", {"1", "2", "3", "4"}}, real, content), Groups{});
    QCOMPARE(groupsOnBothSides(made, {"", {"1", "2", "3", "4"}, {"A"}}, real, content), Groups{}); // never tested
    QCOMPARE(groupsOnBothSides(made, {"", {"1", "2", "3", "4"}, {"B"}}, real, content), Groups{"b"});
    const std::string said = sharedGroupsText({"p1", "p2", "p3", "p4"});
    QVERIFY2(said.starts_with("4 of the groups of test parts (p1, p2, p3, ...) have"), said.c_str());
}

void TestStudyTable::whatCannotBeATable()
{
    QCOMPARE(studyTable({}, {}, 100, 0, {}).error().code, ErrorCode::BadArgument);
    QCOMPARE(studyTable({arm("a", 1, 2, 1.0), arm("b", 1, 3, 1.0)}, {}, 100, 0, {}).error().code,
             ErrorCode::BadArgument);
    QCOMPARE(studyTable({{"empty", {StudyRunResult{}}}}, {}, 100, 0, {}).error().code, ErrorCode::BadArgument);
    const std::atomic<bool> cancelled{true};
    QCOMPARE(studyTable({arm("a", 1, 2, 1.0)}, {}, 100, 0, JobContext(&cancelled, {})).error().code,
             ErrorCode::Cancelled);
}

void TestStudyTable::plansSayWhatIsCompared()
{
    StudyDataset real{"real", {}};
    for (int i = 0; i < 12; ++i) {
        ImageRecord image;
        image.id = std::to_string(i);
        image.split = Split::Train;
        real.dataset.images.push_back(image);
    }
    const StudyPlan plan = transferPlan({"made", {}}, real, {});
    QCOMPARE(plan.places.size(), plan.arms.size());
    QCOMPARE(plan.arms.size(), std::size_t{1 + 2 * 5}); // 20 images there are not
    for (const auto &[ours, reference] : plan.comparisons) {
        QCOMPARE(plan.arms[ours].steps.size(), std::size_t{2});
        QCOMPARE(plan.arms[reference].steps.size(), std::size_t{1});
        QVERIFY(plan.arms[ours].steps[1] == plan.arms[reference].steps[0]);
        QCOMPARE(plan.arms[ours].bankSize, plan.arms[reference].bankSize);
        QCOMPARE(plan.arms[ours].test, std::size_t{1});
    }
    const StudyPlan four = cleanStainedPlan({"clean", {}}, {"stained", {}}, {});
    QCOMPARE(four.arms.size(), std::size_t{4});
    QCOMPARE(four.arms[2].name, std::string("train stained, test clean"));
    QVERIFY(four.arms[2].steps[0].dataset == 1 && four.arms[2].test == 0);
}

void TestStudyTable::textsHaveEveryFigure()
{
    StudyRequest request;
    request.plan = bankSizePlan({"parts", {}}, {});
    request.plan.arms.resize(2);
    request.plan.places.resize(2);
    StudyResults results;
    results.arms = {arm("500 rows", 1, 3, 0.8), arm("1000 rows", 2, 3, 2.5)};
    for (std::size_t i = 0; i < 2; ++i)
        for (StudyRunResult &run : results.arms[i].runs)
            run.bankRows = request.plan.arms[i].bankSize;
    results.table = studyTable(results.arms, {{1, 0}}, 100, 7, {}).value();
    const std::string markdown = studyMarkdown(request, results);
    for (const char *text : {"| 500 rows |", "| 1000 rows less 500 rows |", "recall, scratch", "AUPRO 0.30", "**+"})
        QVERIFY2(markdown.find(text) != std::string::npos, text);
    QVERIFY(markdown.find("smaller than the others") == std::string::npos);
    results.arms[1].runs[2].bankRows = 640;
    QVERIFY(studyMarkdown(request, results).find("\"1000 rows\" (640 rows)") != std::string::npos);
    const std::string csv = studyCsv(results);
    QVERIFY(csv.find("\"1000 rows - 500 rows\",image.auroc,") != std::string::npos);
    const std::string json = studyJson(request, results);
    for (const char *text : {"\"arm.0.name\"", "\"arm.1.recall.scratch.low\"", "\"difference.0.image.auroc\""})
        QVERIFY2(json.find(text) != std::string::npos, text);
    const ReportDocument report = studyReport(request, results, "2026-01-31T12:00:00Z", "patina-cli study bank-size");
    int charts = 0;
    for (const ReportBlock &block : report.blocks)
        charts += std::holds_alternative<ReportChart>(block) ? 1 : 0;
    QCOMPARE(charts, 2);
}

void TestStudyTable::namesDoNotBreakTables()
{
    const std::string odd = "a|b\\|c, \"d\"\ne";
    StudyRequest request;
    request.plan = bankSizePlan({"parts", {}}, {});
    request.plan.arms.resize(1);
    request.plan.arms[0].name = odd;
    StudyResults results;
    results.arms = {arm(odd.c_str(), 1, 2, 0.8)};
    for (StudyRunResult &run : results.arms[0].runs)
        for (StudyRegion &region : run.regions)
            region.className = odd;
    results.table = studyTable(results.arms, {}, 100, 7, {}).value();
    const std::string cell = "a\\|b\\\\\\|c, \"d\" e |";
    const std::string markdown = studyMarkdown(request, results);
    for (const std::string &text : {"\n| " + cell, "| recall, " + cell})
        QVERIFY2(markdown.find(text) != std::string::npos, markdown.c_str());
    std::ofstream(m_folder.filePath("study.csv").toStdString()) << studyCsv(results);
    const auto table = readCsvTable(m_folder.filePath("study.csv").toStdString(), {"arm", "figure", "mean"});
    QVERIFY2(table, table ? "" : table.error().detail.c_str());
    bool found = false;
    for (const auto &row : table->rows) {
        QCOMPARE(row.fields[0], odd);
        found = found || row.fields[1] == "recall." + odd;
    }
    QVERIFY(found);
}

void TestStudyTable::theCommandMakesTheSame()
{
    StudySizes sizes;
    StudyRequest request;
    request.plan = bankSizePlan({"parts", {}}, sizes);
    request.out = "my study";
    QCOMPARE(studyCommand({{"parts"}, {}, ""}, sizes, request),
             std::string("patina-cli study bank-size parts --out 'my study' --backbone efficientnet-lite0 --bank-size "
                         "2000 --seeds 5 --bank-sizes 500,1000,2000,4000,8000"));
    sizes.realImages = {1, 0};
    sizes.most = 30;
    sizes.keep = parseKeepRule("append").value();
    request.plan = transferPlan({"made", {}}, {"real", {}}, sizes);
    request.firstSeed = 7;
    request.scale = 0.5;
    request.resamples = 200;
    const std::string command = studyCommand({{"made", "real"}, {"", "_([0-9]+)_"}, "r.json"}, sizes, request);
    for (const char *text : {" transfer made real ", "--seed 7", "--max-images 30", "--scale 0.5", "--resamples 200",
                             "--images 1,0", "--keep append", "--recipe r.json", "--groups '' --groups '_([0-9]+)_'"})
        QVERIFY2(command.find(text) != std::string::npos, text);
    QVERIFY(command.find("--bank-sizes") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestStudyTable)
#include "tst_study_table.moc"
