#include "core/dataset/class_name.h"
#include "core/dataset/csv.h"
#include "core/project/agreement.h"
#include "core/project/import_dataset.h"
#include "tests/core/project/made_project.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace patina;

class TestProjectAgreement : public QObject
{
    Q_OBJECT
private slots:
    void regionsAreCountedOnce();
    void aFalseAlarmIsACategory();
    void kindsAreCountedTogether();
    void theBestOverlapIsTheRegion();
    void nestedRegionsAreOne();
    void masksThatHardlyTouchAreTwo();
    void anotherImageIsAnotherRegion();
    void nothingInCommon();
    void readersAreThoseWhoDecided();
    void importedLabelsAreNobodysDecision();
    void unknownReadersAreNamed();
    void cancelled();
    void csvTellsEachRegion();
};

namespace {

RunMask square(int x, int y, int side)
{
    std::vector<MaskRun> runs;
    for (int row = y; row < y + side; ++row)
        runs.push_back({row, x, x + side});
    return RunMask::create({100, 80}, std::move(runs)).value();
}

Kappa kappaIn(KappaState state)
{
    Kappa kappa;
    kappa.state = state;
    return kappa;
}

/// Contents of a project, a decision at a time.
struct Made
{
    ProjectContents contents;
    Made()
    {
        contents.classes = {
            {"dent", ClassKind::Defect, 1}, {"scratch", ClassKind::Defect, 0}, {"stain", ClassKind::Impurity, 2}};
    }
    void says(const std::string &reader, const std::string &image, const RunMask &mask, const std::string &className)
    {
        const std::int64_t id = std::ssize(contents.labels) + 1;
        contents.labels.push_back({id, image, className, reader, LabelSource::Region, mask, {}, {}});
    }
    Agreement agreement() const { return agreementOf(contents, "Eva", "Ida", {}).value(); }
};

} // namespace

void TestProjectAgreement::regionsAreCountedOnce()
{
    Made made;
    for (int i = 0; i < 4; ++i) {
        made.says("Eva", "a.png", square(20 * i, 5, 8), i < 2 ? "scratch" : "dent");
        made.says("Ida", "a.png", square(20 * i, 5, 8), i < 3 ? "scratch" : "dent");
    }
    made.says("Eva", "a.png", square(0, 40, 8), "dent");
    made.says("Ida", "b.png", square(0, 40, 8), "dent");
    made.says("Somebody", "a.png", square(20, 5, 8), "dent");
    const Agreement agreement = made.agreement();
    QCOMPARE(agreement.both(), 4);
    QCOMPARE(agreement.onlyFirst, 1);
    QCOMPARE(agreement.onlySecond, 1);
    QCOMPARE(agreement.categories, (std::vector<std::string>{"scratch", "dent"}));
    QCOMPARE(agreement.classTable.at(0, 0), 2);
    QCOMPARE(agreement.classTable.at(1, 0), 1);
    QCOMPARE(agreement.classTable.at(1, 1), 1);
    QVERIFY(std::abs(agreement.classes.value - 0.5) < 1e-12);
    QVERIFY(agreement.kinds.state == KappaState::OneCategory);
}

void TestProjectAgreement::aFalseAlarmIsACategory()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 8), goodClassName);
    made.says("Ida", "a.png", square(0, 0, 8), "dent");
    const Agreement agreement = made.agreement();
    QCOMPARE(agreement.categories, (std::vector<std::string>{"dent", goodClassName}));
    QCOMPARE(agreement.classTable.at(1, 0), 1);
    QCOMPARE(agreement.kindTable.at(3, 0), 1);
}

void TestProjectAgreement::kindsAreCountedTogether()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 8), "scratch");
    made.says("Ida", "a.png", square(0, 0, 8), "dent");
    made.says("Eva", "a.png", square(20, 0, 8), "stain");
    made.says("Ida", "a.png", square(20, 0, 8), goodClassName);
    const Agreement agreement = made.agreement();
    QCOMPARE(agreement.classTable.agreed(), 0);
    QCOMPARE(agreement.kindTable.agreed(), 1);
    QCOMPARE(agreement.kindTable.at(1, 3), 1);
    QCOMPARE(agreementKinds().size(), static_cast<std::size_t>(agreement.kindTable.categories()));
}

void TestProjectAgreement::theBestOverlapIsTheRegion()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 20), "dent");
    made.says("Ida", "a.png", square(1, 1, 6), "scratch"); // inside, but small
    made.says("Ida", "a.png", square(1, 0, 20), "dent");
    const Agreement agreement = made.agreement();
    QCOMPARE(agreement.classTable.agreed(), 1);
    QCOMPARE(agreement.onlySecond, 1);
}

/// The same flaw, decided at two thresholds.
void TestProjectAgreement::nestedRegionsAreOne()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 30), "dent");
    made.says("Ida", "a.png", square(10, 10, 5), "dent");
    QCOMPARE(made.agreement().both(), 1);
}

void TestProjectAgreement::masksThatHardlyTouchAreTwo()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 10), "dent");
    made.says("Ida", "a.png", square(8, 0, 10), "dent");
    const Agreement agreement = made.agreement();
    QCOMPARE(agreement.both(), 0);
    QCOMPARE(agreement.onlyFirst + agreement.onlySecond, 2);
}

void TestProjectAgreement::anotherImageIsAnotherRegion()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 10), "dent");
    made.says("Ida", "b.png", square(0, 0, 10), "dent");
    QCOMPARE(made.agreement().both(), 0);
}

void TestProjectAgreement::nothingInCommon()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 10), "dent");
    made.says("Ida", "b.png", square(0, 0, 10), "dent");
    const Agreement agreement = made.agreement();
    QVERIFY(agreement.classes.state == KappaState::NoPairs);
    QCOMPARE(whyNoKappa(agreement.classes), std::string("no region was decided by both"));
    QVERIFY(whyNoKappa(kappaIn(KappaState::OneCategory)).find("one category only") != std::string::npos);
    QCOMPARE(whyNoKappa(kappaIn(KappaState::Defined)), std::string());
}

void TestProjectAgreement::readersAreThoseWhoDecided()
{
    Made made;
    made.says("Ida", "a.png", square(0, 0, 10), "dent");
    made.says("Eva", "a.png", square(0, 0, 10), "dent");
    made.says("Ida", "b.png", square(0, 0, 10), "dent");
    made.says(groundTruthReader, "b.png", square(0, 0, 10), "dent");
    made.contents.labels.back().source = LabelSource::Imported;
    QCOMPARE(readersOf(made.contents), (std::vector<std::string>{"Eva", "Ida"}));
    // What was imported can be compared with.
    QCOMPARE(agreementOf(made.contents, "Ida", groundTruthReader, {})->both(), 1);
}

void TestProjectAgreement::importedLabelsAreNobodysDecision()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 10), "dent");
    made.says("Ida", "a.png", square(0, 0, 10), "dent");
    const Agreement before = made.agreement();
    for (const char *reader : {"Eva", "Ida"}) {
        made.says(reader, "a.png", square(30, 0, 10), "scratch");
        made.contents.labels.back().source = LabelSource::Imported;
    }
    QVERIFY(made.agreement().decisions == before.decisions);
    for (Label &label : made.contents.labels)
        label.source = LabelSource::Imported;
    QCOMPARE(agreementOf(made.contents, "Eva", "Ida", {}).error().code, ErrorCode::NotFound);
}

void TestProjectAgreement::unknownReadersAreNamed()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 10), "dent");
    const auto nobody = agreementOf(made.contents, "Eva", "Ida", {});
    QCOMPARE(nobody.error().code, ErrorCode::NotFound);
    QCOMPARE(nobody.error().detail, std::string("nothing was decided by Ida; there are decisions by Eva"));
    QCOMPARE(agreementOf(made.contents, "Eva", "Eva", {}).error().code, ErrorCode::BadArgument);
    QVERIFY(agreementOf({}, "Eva", "Ida", {}).error().detail.ends_with("decisions by nobody"));
}

void TestProjectAgreement::cancelled()
{
    Made made;
    made.says("Eva", "a.png", square(0, 0, 10), "dent");
    made.says("Ida", "a.png", square(0, 0, 10), "dent");
    const std::atomic<bool> stop{true};
    QCOMPARE(agreementOf(made.contents, "Eva", "Ida", JobContext(&stop, {})).error().code, ErrorCode::Cancelled);
}

void TestProjectAgreement::csvTellsEachRegion()
{
    Made made;
    made.says("Eva", "a, b.png", square(3, 4, 10), "dent");
    made.says("Ida", "a, b.png", square(3, 4, 10), goodClassName);
    made.says("Eva", "c.png", square(0, 0, 10), "dent");
    made.says("Ida", "d.png", square(0, 0, 10), "dent");
    const auto rows = parseCsv(agreementCsv(made.agreement()));
    QVERIFY(rows);
    QCOMPARE(rows->size(), std::size_t{4});
    QCOMPARE((*rows)[1].fields, (std::vector<std::string>{"a, b.png", "3", "4", "10", "10", "dent", "good", "no"}));
    QCOMPARE((*rows)[2].fields[6], std::string());
    QCOMPARE((*rows)[3].fields[5], std::string());
    QCOMPARE((*rows)[3].fields[7], std::string());
}

QTEST_APPLESS_MAIN(TestProjectAgreement)
#include "tst_project_agreement.moc"
