#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "tests/cli/cli_process.h"
#include "tests/core/dataset/sample_folder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace patina;
using namespace patina::test;

namespace {

const cv::Size partSize{96, 64};

} // namespace

/// Two models or two policies on one data set, and new good parts against the calibration.
class TestCliCompare : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void twoModels();
    void severalModels();
    void recallAtUnequalOverkillIsSaid();
    void twoPolicies();
    void withItself();
    void filesAreWritten();
    void anotherScale();
    void uncalibratedIsSaid();
    void wrongUsage_data();
    void wrongUsage();
    void driftOfParts();
    void driftRefuses();

private:
    Outcome run(const QStringList &arguments) const { return runCli(arguments, {.home = file("home")}); }
    QString file(const char *name) const { return text(m_folder.path() / name); }
    QString data() const { return text(m_data.path()); }
    QJsonObject figures(const QStringList &arguments) const
    {
        const Outcome outcome = run(arguments + QStringList{"--json"});
        return outcome.exitCode == 0 ? QJsonDocument::fromJson(outcome.out.toUtf8()).object() : QJsonObject();
    }

    SampleFolder m_folder;
    SampleFolder m_data; ///< 12 good training images, 6 good test images, 6 scratched, 4 stained
    SampleFolder m_new;  ///< 12 good images of other parts
};

void TestCliCompare::initTestCase()
{
    QVERIFY(saveBackbone(makeTinyBackbone(5), m_folder.path() / "home" / "backbones"));
    const auto images = [&](const std::string &folder, const std::string &mask, int count, int seed) {
        for (int i = 0; i < count; ++i) {
            const std::string stem = folder + std::to_string(i); // impurity masks go by it
            m_data.image("test/" + folder + "/" + stem + ".png", seed + i, partSize);
            if (!mask.empty())
                m_data.mask(mask + "/" + stem + "_mask.png", 255, partSize);
        }
    };
    for (int i = 0; i < 12; ++i)
        m_data.image("train/good/" + std::to_string(i) + ".png", i, partSize);
    images("good", {}, 6, 20);
    images("scratch", "ground_truth/scratch", 6, 50);
    images("stain", "impurity/stain", 4, 80);
    m_data.text("labels.json", R"({"classes":[{"name":"scratch"},{"name":"stain","kind":"impurity"}]})");
    for (int i = 0; i < 12; ++i)
        m_new.image("part" + std::to_string(i) + ".png", 200 + i, partSize);
    const QStringList models[] = {{"a.patina"},
                                  {"b.patina", "--seed", "7", "--bank-size", "20"},
                                  {"half.patina", "--scale", "0.5"},
                                  {"raw.patina", "--holdout", "0"}};
    for (const QStringList &model : models) {
        const Outcome trained =
            run(QStringList{"train", data(), "--backbone", "tiny", "--out", file(qPrintable(model[0]))} +
                (model.contains("--bank-size") ? QStringList() : QStringList{"--bank-size", "200"}) + model.mid(1));
        QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    }
}

void TestCliCompare::twoModels()
{
    const QStringList call{"compare", file("a.patina"), file("b.patina"), data()};
    const QJsonObject json = figures(call);
    QCOMPARE(json["images.matched"].toInt(), 16);
    QCOMPARE(json["images.onlyA"].toInt(-1), 0);
    QCOMPARE(json["defects.matched"].toInt(), 6);
    for (const char *name :
         {"image.auroc", "image.f1max", "at.review.defects.scratch.recall", "at.reject.defects.all.recallOverlap30",
          "at.review.impurities.stain.share", "at.review.good.overkill", "at.reject.good.falseRegionsPerImage"}) {
        const QString figure = name;
        const double difference = json["b." + figure].toDouble() - json["a." + figure].toDouble();
        QVERIFY2(std::abs(json["diff." + figure].toDouble(99.0) - difference) < 1e-12, name);
        QVERIFY2(json["diff." + figure + ".low"].toDouble(99.0) <= difference + 1e-12, name);
        QVERIFY2(json["diff." + figure + ".high"].toDouble(-99.0) >= difference - 1e-12, name);
    }
    for (const char *at : {"mcnemar.review.defects.scratch.", "mcnemar.reject.defects.all.", "mcnemar.review.good."}) {
        const QString prefix = at;
        int total = 0;
        for (const char *part : {"both", "onlyA", "onlyB", "neither"})
            total += json[prefix + part].toInt(1000);
        QCOMPARE(total, prefix.contains("good") ? 10 : 6); // a stain is harmless
        QVERIFY(json[prefix + "p"].toDouble(2.0) <= 1.0);
    }
    // What evaluate says of each.
    const QJsonObject alone = figures({"evaluate", file("b.patina"), data()});
    for (const char *name : {"image.ap", "image.pg5", "at.review.defects.scratch.recallOverlap50",
                             "at.reject.good.overkill", "threshold.reject"})
        QCOMPARE(json[QString("b.") + name], alone[name]);
    QCOMPARE(figures(call)["diff.image.ap.low"], json["diff.image.ap.low"]);
    const Outcome table = run(call);
    for (const char *words :
         {"Shown: the interval does not hold 0, and McNemar's p, by Holm over the 4 tests", "p, Holm",
          "16 images of both in 16 groups", "b - a ", "McNemar p", "found at review: scratch", "only a ",
          "recall of scratch at review", "overkill of good parts at reject", "image AUROC",
          "recall of all defects by 30 % of the pixels at reject", "flagged though harmless: stain at review"})
        QVERIFY2(table.out.contains(words), qPrintable(table.out));
    // First of all what differs.
    QVERIFY2(table.out.startsWith("no difference between a and b is shown in ") ||
                 table.out.startsWith("a is better") || table.out.startsWith("b is better"),
             qPrintable(table.out));
    QVERIFY2(!table.out.contains("image.") && !table.out.contains("at.review") && !table.out.contains("corrected"),
             qPrintable(table.out));                                            // figures in words
    QCOMPARE(json["mcnemar.review.good.pHolm"], json["mcnemar.review.good.p"]); // of one comparison
    QCOMPARE(json["a.model"].toString(), QString("a"));
}

void TestCliCompare::severalModels()
{
    const QStringList more{data(), "--resamples", "50", "--out", file("several")};
    const QJsonObject json =
        figures(QStringList{"compare", file("a.patina"), file("b.patina"), file("half.patina")} + more);
    QCOMPARE(json["comparisons"].toInt(), 2);
    QCOMPARE(json["images.matched"].toInt(), 16);
    // Each pair as it is alone, under the letter of the other.
    const QList<QPair<QString, const char *>> others{{"b", "b.patina"}, {"c", "half.patina"}};
    for (const auto &[letter, model] : others) {
        const QJsonObject pair = figures({"compare", file("a.patina"), file(model), data(), "--resamples", "50"});
        QVERIFY(pair.size() > 100);
        for (const QString &name : pair.keys()) {
            QString renamed = name;
            if (name.startsWith("b."))
                renamed = letter + name.mid(1);
            else if (name.startsWith("diff.") || name.startsWith("mcnemar.") || name.startsWith("defects.") ||
                     (name.startsWith("images.") && !name.contains("leftOut")))
                renamed = letter + "." + name;
            if (name != "why" && name != "memory.peakBytes" && name != "comparisons" && !name.endsWith("pHolm"))
                QVERIFY2(json[renamed] == pair[name], qPrintable(renamed));
        }
        const double p = json[letter + ".mcnemar.review.good.p"].toDouble();
        QVERIFY(json[letter + ".mcnemar.review.good.pHolm"].toDouble() >= p);
    }
    QCOMPARE(json["c.model"].toString(), QString("half"));
    QVERIFY(QFile::exists(file("several") + "/defects-b.csv") && QFile::exists(file("several") + "/good-c.csv"));
    const Outcome table = run(QStringList{"compare", file("a.patina"), file("b.patina"), file("half.patina")} + more);
    for (const char *words : {"b against a\n", "half against a\n", "half - a", "corrected for 2 comparisons"})
        QVERIFY2(table.out.contains(words), qPrintable(table.out));
    // Over what several left, what two write.
    QCOMPARE(run({"compare", file("a.patina"), file("b.patina"), data(), "--out", file("several")}).exitCode, 0);
    QVERIFY(!QFile::exists(file("several") + "/defects-b.csv") && QFile::exists(file("several") + "/defects.csv"));
}

/// At one recall and two thresholds: what the one costs more is said. A good image is flagged only where its whole map
/// is above the threshold, so that defects of one pixel are found below that.
void TestCliCompare::recallAtUnequalOverkillIsSaid()
{
    const QStringList options{"--resamples", "0", "--reject", "9", "--min-area", "6144"};
    double all = -20.0;  // where every good image is flagged
    double review = 0.0; // where some are not
    for (int step = 0; step < 7; ++step) {
        const double middle = (all + review) / 2.0;
        const QJsonObject json =
            figures(QStringList{"evaluate", file("a.patina"), data(), "--review", QString::number(middle)} + options);
        (json["at.review.good.overkill"].toDouble() < 0.95 ? review : all) = middle;
    }
    const QStringList call = QStringList{"compare", file("a.patina"), file("a.patina"), data()} + options;
    const Outcome unequal = run(call + QStringList{"--review", QString("-99,%1").arg(review)});
    QVERIFY2(unequal.err.contains("at review a (A) finds 100.0 % of the defects and flags 100.0 % of the good parts, "
                                  "a (B) 100.0 % and ") &&
                 unequal.err.contains("a comparison of recall at unequal overkill misleads"),
             qPrintable(unequal.err));
    QVERIFY(!run(call + QStringList{"--review", "-99,-98"}).err.contains("misleads")); // both flag all
}

void TestCliCompare::twoPolicies()
{
    const QJsonObject json =
        figures({"compare", file("a.patina"), data(), "--policy-b", "impurity=defect", "--resamples", "100"});
    QCOMPARE(json["a.policy"].toString(), QString("impurity=normal,ambiguous=ignored"));
    QCOMPARE(json["b.policy"].toString(), QString("impurity=defect,ambiguous=ignored"));
    QCOMPARE(json["a.model.hash"], json["b.model.hash"]);
    QVERIFY(json["a.at.review.defects.stain.recall"].isNull());
    QVERIFY(json["b.at.review.defects.stain.recall"].isDouble());
    QVERIFY(json["why"].toObject()["diff.at.review.defects.stain.recall"].toString().contains("harmless"));
    QCOMPARE(json["defects.onlyB"].toInt(), 4);
    QCOMPARE(json["images.goodInOne"].toInt(), 4);
    QCOMPARE(json["groups.resamples"].toInt(), 100);
}

void TestCliCompare::withItself()
{
    const QJsonObject json = figures({"compare", file("a.patina"), file("a.patina"), data(), "--review", "0.5,1.5",
                                      "--reject", "2", "--resamples", "0"});
    QCOMPARE(json["a.threshold.review"].toDouble(), 0.5);
    QCOMPARE(json["b.threshold.review"].toDouble(), 1.5);
    QCOMPARE(json["a.threshold.reject"].toDouble(), 2.0);
    QCOMPARE(json["diff.image.auroc"].toDouble(9.0), 0.0);
    QVERIFY(json["diff.at.review.good.overkill"].toDouble(9.0) <= 0.0);
    QCOMPARE(json["mcnemar.review.good.onlyB"].toInt(9), 0);
    QCOMPARE(json["mcnemar.reject.defects.all.p"].toDouble(), 1.0);
    QVERIFY(json["diff.image.auroc.low"].isNull());
}

void TestCliCompare::filesAreWritten()
{
    const QString out = file("out");
    const QStringList call{"compare", file("a.patina"), file("b.patina"), data(), "--out", out};
    QCOMPARE(run(call).exitCode, 0);
    QCOMPARE(run(call).exitCode, 0); // over what the first one left
    const QJsonObject json = QJsonDocument::fromJson(bytesOf(m_folder.path() / "out" / "compare.json")).object();
    QCOMPARE(json["images.matched"].toInt(), 16);
    const QByteArray defects = bytesOf(m_folder.path() / "out" / "defects.csv");
    QCOMPARE(defects.count('\n'), 7);
    QVERIFY2(defects.startsWith("image,class,review,reject,peakA,") &&
                 defects.contains("\ntest/scratch/scratch0.png,scratch,"),
             defects.constData());
    QCOMPARE(defects.count(",onlyA,") + defects.count(",onlyB,") > 0,
             json["mcnemar.review.defects.all.onlyA"].toInt() + json["mcnemar.review.defects.all.onlyB"].toInt() +
                     json["mcnemar.reject.defects.all.onlyA"].toInt() +
                     json["mcnemar.reject.defects.all.onlyB"].toInt() >
                 0);
    QCOMPARE(bytesOf(m_folder.path() / "out" / "good.csv").count('\n'), 11);
}

void TestCliCompare::anotherScale()
{
    const QJsonObject json = figures({"compare", file("a.patina"), file("half.patina"), data(), "--resamples", "0"});
    QCOMPARE(json["images.matched"].toInt(), 16);
    QCOMPARE(json["defects.matched"].toInt(), 6); // a mask that covers the whole image
    QCOMPARE(json["defects.onlyA"].toInt(9) + json["defects.onlyB"].toInt(9), 0);
}

void TestCliCompare::uncalibratedIsSaid()
{
    const Outcome outcome = run({"compare", file("a.patina"), file("raw.patina"), data(), "--json"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.err.contains("raw: the model is uncalibrated"), qPrintable(outcome.err));
    const QJsonObject json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QVERIFY(json["diff.image.auroc.low"].isDouble());
    QVERIFY(json["a.at.review.good.overkill"].isDouble() && json["b.at.review.good.overkill"].isNull());
    QVERIFY(json["mcnemar.review.good.p"].isNull() && json["b.threshold.review"].isNull());
}

void TestCliCompare::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("one model, no policy") << QStringList{"compare", "a", "b"} << "--policy-b";
    QTest::newRow("one input") << QStringList{"compare", "a"} << "INPUT";
    QTest::newRow("order") << QStringList{"compare", "a", "b", "c", "--review", "1,3", "--reject", "2"}
                           << "2 is below --review 3";
    QTest::newRow("three thresholds") << QStringList{"compare", "a", "b", "c", "--review", "1,2,3"} << "review";
    QTest::newRow("a threshold short") << QStringList{"compare", "a", "b", "c", "d", "--reject", "1,2"}
                                       << "2 thresholds for 3 that are compared";
    QTest::newRow("three models, a second policy")
        << QStringList{"compare", "a", "b", "c", "d", "--policy-b", "impurity=defect"} << "it is the second of two";
    QTest::newRow("policy") << QStringList{"compare", "a", "b", "--policy-b", "impurity=odd"} << "odd";
    QTest::newRow("alpha") << QStringList{"drift", "a", "b", "--alpha", "2"} << "--alpha";
    QTest::newRow("no images") << QStringList{"drift", "a"} << "INPUT";
}

void TestCliCompare::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.sentence().contains(says), qPrintable(outcome.err));
}

void TestCliCompare::driftOfParts()
{
    const QString fresh = text(m_new.path());
    // With few held out, few p are to be had: 5 against 12 come to 1 / 6188 at best.
    const QJsonObject json = figures({"drift", file("a.patina"), fresh, "--alpha", "0.05", "--out", file("drift")});
    QCOMPARE(json["new.images"].toInt(), 12);
    QVERIFY(json["heldOut.images"].toInt() >= 2);
    QCOMPARE(json["drift.warning"].toBool(), json["drift.p"].toDouble() < 0.05);
    QCOMPARE(json["drift.mannWhitney.method"].toString(), QString("exact"));
    QVERIFY(json["new.low"].toDouble() <= json["new.share"].toDouble());
    QVERIFY(json["new.high"].toDouble() >= json["new.share"].toDouble());
    const QByteArray scores = bytesOf(m_folder.path() / "drift" / "scores.csv");
    QCOMPARE(scores.count('\n'), 1 + 12 + json["heldOut.images"].toInt());
    QVERIFY(scores.startsWith("score,sample,image,heldOutShare,newShare\n") && scores.trimmed().endsWith(",1,1"));
    const Outcome table = run({"drift", file("a.patina"), fresh, "--alpha", "0.05"});
    QCOMPARE(table.exitCode, 0);
    QVERIFY2(table.out.contains("Mann-Whitney, one-sided, exact") &&
                 table.out.contains("Kolmogorov-Smirnov, two-sided, exact"),
             qPrintable(table.out));
    // Of the data set that the model comes from, what the model knows is left out.
    const Outcome own = run({"drift", file("a.patina"), data(), "--alpha", "0.5", "--json"});
    QVERIFY2(own.exitCode == 0, qPrintable(own.err));
    QVERIFY2(own.err.contains("left out 12 good images that the model knows"), qPrintable(own.err));
    QCOMPARE(QJsonDocument::fromJson(own.out.toUtf8()).object()["new.images"].toInt(), 6);
}

void TestCliCompare::driftRefuses()
{
    const Outcome few = run({"drift", file("a.patina"), text(m_new.path() / "part0.png"), "--alpha", "0.001"});
    QCOMPARE(few.exitCode, 1);
    QVERIFY2(few.sentence().contains("1 new images against ") && few.sentence().contains("cannot show p < 0.001") &&
                 few.sentence().contains("new ones"),
             qPrintable(few.err));
    const Outcome raw = run({"drift", file("raw.patina"), text(m_new.path())});
    QCOMPARE(raw.exitCode, 1);
    QVERIFY2(raw.sentence().contains("is uncalibrated") && raw.sentence().contains("model calibrate"),
             qPrintable(raw.err));
}

QTEST_GUILESS_MAIN(TestCliCompare)
#include "tst_cli_compare.moc"
