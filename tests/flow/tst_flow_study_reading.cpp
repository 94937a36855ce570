#include "core/studies/equal_banks.h"
#include "core/studies/study_report.h"
#include "ui/studies/study_reading.h"
#include "ui/studies/study_words.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace patina;

/// A study of before is what was written.
class TestFlowStudyReading : public QObject
{
    Q_OBJECT
private slots:
    void everyKindIsReadAsItWasWritten_data();
    void everyKindIsReadAsItWasWritten();
    void filesOfEarlierVersionsAreRead();
    void whatIsNoStudyIsRefused();

private:
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    QString file() const { return m_folder.filePath(QStringLiteral("study.json")); }
    void write(const std::string &text) const;

    QTemporaryDir m_folder;
};

void TestFlowStudyReading::write(const std::string &text) const
{
    QFile json(file());
    QVERIFY(json.open(QIODevice::WriteOnly) && json.write(QByteArray::fromStdString(text)) > 0);
}

void TestFlowStudyReading::everyKindIsReadAsItWasWritten_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("equal");
    for (int kind = 0; kind < kStudyKinds; ++kind) {
        const QString name = StudyWords::kind(static_cast<StudyKind>(kind));
        QTest::addRow("%s", qPrintable(name)) << kind << false;
        if (hasRealImages(static_cast<StudyKind>(kind)))
            QTest::addRow("%s, equal banks as well", qPrintable(name)) << kind << true;
    }
}

void TestFlowStudyReading::everyKindIsReadAsItWasWritten()
{
    QFETCH(int, kind);
    QFETCH(bool, equal);
    StudyDataset set{"parts", {}};
    set.dataset.classes = {{"scratch", ClassKind::Defect}, {"stain", ClassKind::Impurity}};
    for (int i = 0; i < 30; ++i) {
        ImageRecord image;
        image.split = Split::Train;
        set.dataset.images.push_back(std::move(image));
    }
    const StudySizes sizes;
    const StudyPlan plans[] = {cleanStainedPlan(set, set, sizes),
                               transferPlan(set, set, sizes),
                               madeLikePlan(set, retakeRecipe(), sizes),
                               policyPlan(set, sizes),
                               bankSizePlan(set, sizes),
                               imageOrderPlan(set, sizes)};
    StudyRequest request;
    request.plan = equal ? withEqualBanks(plans[kind], 300) : plans[kind];
    StudyResults results;
    results.sharedGroups = {"a", "b"};
    results.table.figures = {"overkill", "image.auroc", "recall.a.low"};
    results.table.seeds = 5;
    for (const StudyArm &arm : request.plan.arms) {
        const double mean = 0.1 * static_cast<double>(results.table.rows.size());
        results.table.rows.push_back({arm.name, {{mean, mean - 0.1, mean + 0.1}, {}, {0.5, 0.4, 0.6}}});
        results.arms.push_back({arm.name, {{}}});
        results.arms.back().runs.front().bankRows = 40;
    }
    for (const auto &[arm, other] : request.plan.comparisons)
        results.table.differences.push_back(
            {request.plan.arms[arm].name, request.plan.arms[other].name, {{0.1, 0.05, 0.2}, {}, {}}});
    write(studyJson(request, results));

    const auto read = readStudy(folder());
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    StudyOutcome written;
    written.order.kind = static_cast<StudyKind>(kind);
    written.arms = request.plan.arms;
    written.impurities = true;
    written.equalRows = request.plan.equalRows;
    QCOMPARE(static_cast<int>(read->order.kind), kind);
    QCOMPARE(read->arms.size(), written.arms.size());
    QVERIFY(read->table.figures == results.table.figures);
    for (std::size_t i = 0; i < written.arms.size(); ++i) {
        QCOMPARE(StudyWords::arm(*read, i), StudyWords::arm(written, i));
        QCOMPARE(read->table.rows[i].cells[0].mean, results.table.rows[i].cells[0].mean);
        QVERIFY(!read->table.rows[i].cells[1].mean);
        QCOMPARE(read->table.rows[i].cells[2].low, 0.4);
    }
    QVERIFY(read->equalRows == request.plan.equalRows);
    QCOMPARE(StudyWords::unfilled(*read).isEmpty(), false);
    QVERIFY2(StudyWords::shared(*read).startsWith("2 groups of test parts"), qPrintable(StudyWords::shared(*read)));
    QCOMPARE(read->table.differences.size(), results.table.differences.size());
    for (std::size_t i = 0; i < results.table.differences.size(); ++i)
        QCOMPARE(StudyWords::difference(*read, read->table.differences[i]),
                 StudyWords::difference(written, results.table.differences[i]));
    QCOMPARE(read->places.size(), request.plan.places.size());
    for (std::size_t i = 0; i < read->places.size(); ++i) {
        QCOMPARE(read->places[i].line, request.plan.places[i].line);
        QCOMPARE(StudyWords::line(*read, read->places[i].line).contains("300"),
                 request.plan.places[i].line.ends_with("300 rows"));
        QCOMPARE(read->places[i].x, request.plan.places[i].x);
    }
}

void TestFlowStudyReading::filesOfEarlierVersionsAreRead()
{
    write(R"({"study": "transfer", "seeds": 2, "groups": 12, "overkill": 0.05, "arms": 3,
        "arm.0.name": "synthetic only", "arm.0.overkill": 0.1, "arm.0.overkill.low": null, "arm.0.overkill.high": null,
        "arm.1.name": "real only, n = 5", "arm.1.overkill": 0.1, "arm.1.overkill.low": 0, "arm.1.overkill.high": 1,
        "arm.2.name": "real only, n = all", "arm.2.overkill": 1, "arm.2.overkill.low": 0, "arm.2.overkill.high": 1})");
    const auto read = readStudy(folder());
    QVERIFY(read.has_value());
    QVERIFY(read->order.backbone.empty() && read->bankRows.empty());
    QCOMPARE(read->places[0].x, 0.0);
    QCOMPARE(read->places[1].x, 5.0);
    QVERIFY(std::isnan(read->places[2].x)); // it does not say how many they were
    QVERIFY(std::isnan(read->table.rows[0].cells[0].low));
    QCOMPARE(read->table.rows[2].cells[0].high, 1.0);
}

void TestFlowStudyReading::whatIsNoStudyIsRefused()
{
    QVERIFY(!readStudy(folder() / "nothing"));
    for (const char *broken : {"[1]", "{\"study\": \"weather\"}", "{\"study\": \"policy\", \"arms\": 2}",
                               "{\"study\": \"policy\", \"arms\": 1, \"arm.0.name\": 3}", "{\"study\""}) {
        write(broken);
        QVERIFY2(!readStudy(folder()), broken);
    }
    // More than anybody looks at, whole as they are: it would take too long.
    std::string many = "{\"study\": \"bank-size\", \"arms\": 201";
    for (int i = 0; i < 201; ++i) {
        const std::string arm = ", \"arm." + std::to_string(i);
        many += arm + ".name\": \"" + std::to_string(i) + " rows\"" + arm + ".overkill\": 0" + arm +
                ".overkill.low\": 0" + arm + ".overkill.high\": 0";
    }
    write(many + "}");
    const auto refused = readStudy(folder());
    QVERIFY(!refused && refused.error().detail.find("201 arms, 200 are the most") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestFlowStudyReading)
#include "tst_flow_study_reading.moc"
