#include "core/pipeline/support_pass.h"
#include "core/pipeline/suspect_pictures.h"
#include "tests/core/pipeline/training_folder.h"

#include <QFile>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <numeric>

using namespace patina;

namespace {

constexpr std::int64_t bankSize = 1200;

} // namespace

/// Rows that few training images bear out.
class TestSupportPass : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rulesAreRead();
    void aPlantedBlotchIsDroppedAndTold();
    void sameBankWithoutIt();
    void notCounted();
    void leastNumberOfImages();
    void fewImagesTellNothing();
    void withoutARadiusNothingIsTold();
    void whereMuchStandsAloneLittleIsSuspect();
    void whatCannotBeReadAgainDropsNothing();
    void suspectsAreWrittenWithPictures();
    void heldOutImagesAreJudged();

private:
    TrainRequest request(const QString &folder) const;

    TrainingFolder m_folder;
};

void TestSupportPass::initTestCase()
{
    const std::string problem = m_folder.make();
    QVERIFY2(problem.empty(), problem.c_str());
    for (const char *name : {"planted", "few"})
        QVERIFY(std::filesystem::create_directory(m_folder.file(name)));
    for (int i = 0; i < 24; ++i) {
        // Three parts, eight times each: what is rare is what was planted.
        cv::Mat part = madePart(i % 3, {256, 192});
        if (i == 7)
            cv::circle(part, {80, 40}, 6, cv::Scalar(20, 20, 255), cv::FILLED);
        QVERIFY(cv::imwrite(
            (m_folder.file("planted") / QString("%1.png").arg(i, 2, 10, QChar('0')).toStdString()).string(), part));
        if (i < 8)
            QVERIFY(cv::imwrite((m_folder.file("few") / (std::to_string(i) + ".png")).string(), part));
    }
}

TrainRequest TestSupportPass::request(const QString &folder) const
{
    TrainRequest request = m_folder.request(bankSize);
    request.dataset = openDataset(m_folder.file(folder)).value();
    request.holdout = 0.0;
    request.support = parseSupportRule("auto").value();
    return request;
}

void TestSupportPass::rulesAreRead()
{
    QCOMPARE(parseSupportRule("auto").value().kind, SupportRule::Kind::Auto);
    QCOMPARE(parseSupportRule("1").value(), SupportRule());
    QCOMPARE(parseSupportRule("0").value().kind, SupportRule::Kind::Off);
    QCOMPARE(parseSupportRule("3").value(), (SupportRule{SupportRule::Kind::AtLeast, 3}));
    for (const char *text : {"", "-1", "2.5", "all", "1000001", "3x"})
        QVERIFY2(!parseSupportRule(text), text);
}

void TestSupportPass::aPlantedBlotchIsDroppedAndTold()
{
    const Model model = train(request("planted"), {}).value();
    QCOMPARE(model.info.supportRule, std::string("auto"));
    QVERIFY(model.info.droppedRows > 0);
    QCOMPARE(model.bank.rows(), bankSize - model.info.droppedRows);
    QCOMPARE(model.support.size(), model.origins.size());
    QVERIFY(std::ranges::all_of(model.support, [](int images) { return images >= 1 && images <= 24; }));
    QVERIFY(!model.info.suspects.empty());
    const SuspectRegion &first = model.info.suspects.front();
    QCOMPARE(first.image, std::string("07.png"));
    QVERIFY((first.areaPx & cv::Rect(74, 34, 12, 12)).area() > 0);
    QVERIFY(first.loneliness >= 1.25);
    QVERIFY(std::ranges::is_sorted(model.info.suspects, std::greater{}, &SuspectRegion::loneliness));
    // Every row that lies in a region is counted there, and those that stand alone are among them.
    const int rows = std::accumulate(model.info.suspects.begin(), model.info.suspects.end(), 0,
                                     [](int sum, const SuspectRegion &region) { return sum + region.rows; });
    QVERIFY(rows >= model.info.droppedRows);
    // It comes back from the file as it was.
    const ModelInfo read = modelInfoFromJson(modelInfoToJson(model.info)).value();
    QCOMPARE(read.suspects, model.info.suspects);
    QCOMPARE(read.droppedRows, model.info.droppedRows);
}

/// The rule takes rows away and changes nothing else.
void TestSupportPass::sameBankWithoutIt()
{
    TrainRequest counted = request("planted");
    const Model dropped = train(counted, {}).value();
    counted.support = {SupportRule::Kind::AtLeast, 1};
    const Model all = train(counted, {}).value();
    QCOMPARE(all.info.droppedRows, 0);
    QCOMPARE(all.info.suspects, dropped.info.suspects);
    std::vector<PatchRef> missing;
    auto sorted = [](std::vector<PatchRef> origins) {
        std::ranges::sort(origins);
        return origins;
    };
    std::ranges::set_difference(sorted(all.origins), sorted(dropped.origins), std::back_inserter(missing));
    QCOMPARE(static_cast<std::int64_t>(missing.size()), dropped.info.droppedRows);
    counted.threads = 1;
    QCOMPARE(train(counted, {}).value().support, all.support);
}

void TestSupportPass::notCounted()
{
    TrainRequest off = request("planted");
    off.support = parseSupportRule("0").value();
    const Model model = train(off, {}).value();
    QVERIFY(model.info.supportRule.empty());
    QVERIFY(std::ranges::all_of(model.support, [](int images) { return images == -1; }));
    QCOMPARE(model.bank.rows(), bankSize);
}

void TestSupportPass::leastNumberOfImages()
{
    TrainRequest least = request("planted");
    least.support = {SupportRule::Kind::AtLeast, 3};
    const Model model = train(least, {}).value();
    QVERIFY(std::ranges::all_of(model.support, [](int images) { return images >= 3; }));
    Notices notices;
    least.support.images = 1000;
    QCOMPARE(train(least, notices.context()).value().bank.rows(), bankSize);
    QVERIFY(notices.contain("all rows stay"));
}

void TestSupportPass::fewImagesTellNothing()
{
    Notices notices;
    const Model model = train(request("few"), notices.context()).value();
    QCOMPARE(model.info.droppedRows, 0);
    QVERIFY(notices.contain("8 training images are too few"));
    QVERIFY(model.info.suspects.empty());
}

/// A bank of every patch has no radius to measure in.
void TestSupportPass::withoutARadiusNothingIsTold()
{
    TrainRequest all = request("planted");
    all.coreset.bankSize = 100000;
    Notices notices;
    const Model model = train(all, notices.context()).value();
    QCOMPARE(model.info.droppedRows, 0);
    QVERIFY(notices.contain("the bank holds every patch"));
    QVERIFY(model.info.suspects.empty());
}

/// 24 parts of which no two are alike.
void TestSupportPass::whereMuchStandsAloneLittleIsSuspect()
{
    const auto folder = m_folder.file("motley");
    QVERIFY(std::filesystem::create_directory(folder));
    for (int i = 0; i < 24; ++i) {
        cv::Mat part(192, 256, CV_8UC3);
        cv::RNG random(static_cast<std::uint64_t>(i) + 1);
        random.fill(part, cv::RNG::UNIFORM, 10 * i, 10 * i + 25);
        QVERIFY(cv::imwrite((folder / (std::to_string(i) + ".png")).string(), part));
    }
    TrainRequest motley = request("motley");
    motley.support = {SupportRule::Kind::AtLeast, 1};
    Notices notices;
    const Model model = train(motley, notices.context()).value();
    QVERIFY(notices.contain("too many to be contamination"));
    QCOMPARE(model.info.droppedRows, 0);
    std::int32_t rows = 0;
    for (const SuspectRegion &region : model.info.suspects)
        rows += region.rows;
    QVERIFY2(rows >= 1 && rows <= model.bank.rows() / 100, std::to_string(rows).c_str());
}

void TestSupportPass::whatCannotBeReadAgainDropsNothing()
{
    const auto folder = m_folder.file("vanishing");
    std::filesystem::copy(m_folder.file("planted"), folder);
    const TrainRequest vanishing = request("vanishing");
    Notices notices;
    const JobContext told = notices.context();
    const auto progress = [&](const Progress &now) {
        if (now.stage == "support")
            std::filesystem::remove(folder / "20.png");
    };
    const JobContext context(nullptr, progress, [&](const std::string &notice) { told.notice(notice); });
    const Model model = train(vanishing, context).value();
    QVERIFY(notices.contain("20.png counts no further"));
    QVERIFY(notices.contain("all rows stay: 1 images"));
    QCOMPARE(model.info.droppedRows, 0);
    QVERIFY(!model.info.suspects.empty());
}

void TestSupportPass::suspectsAreWrittenWithPictures()
{
    const TrainRequest planted = request("planted");
    const Model model = train(planted, {}).value();
    const auto folder = m_folder.file("suspects");
    QCOMPARE(writeSuspects(model.info, planted.dataset, folder, {}).value(),
             static_cast<std::int64_t>(model.info.suspects.size()));
    const cv::Mat picture = cv::imread((folder / "01.png").string());
    QVERIFY(picture.rows >= 96);
    QFile list(QString::fromStdString((folder / "suspects.csv").string()));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QCOMPARE(list.readLine(), QByteArray("image,x,y,width,height,loneliness,rows,picture\n"));
    QVERIFY(list.readLine().startsWith("07.png,"));
    // What was listed can be given back: then the blotch is in no row.
    TrainRequest without = planted;
    without.excludeList = folder / "suspects.csv";
    without.support = {SupportRule::Kind::AtLeast, 1};
    const Model excluded = train(without, {}).value();
    const cv::Rect area = model.info.suspects.front().areaPx;
    for (const PatchRef &origin : excluded.origins)
        if (excluded.info.images[static_cast<std::size_t>(origin.image)] == "07.png")
            QVERIFY(!area.contains({origin.column * 8 + 4, origin.row * 8 + 4}));
    QCOMPARE(writeSuspects(excluded.info, planted.dataset, m_folder.file("nothing"), {}).value(), 0);
    QVERIFY(!std::filesystem::exists(m_folder.file("nothing")));
}

void TestSupportPass::heldOutImagesAreJudged()
{
    const auto root = m_folder.file("apart");
    for (const char *folder : {"train/good", "validation/good", "test/good"})
        QVERIFY(std::filesystem::create_directories(root / folder));
    int copies = 0;
    const auto write = [&](const std::string &name, int part, bool blotch) {
        cv::Mat image = madePart(part % 3, {256, 192});
        image.at<cv::Vec3b>(0, 0) = cv::Vec3b::all(static_cast<unsigned char>(copies++)); // no file is another's copy
        if (blotch)
            cv::circle(image, {80, 40}, 6, cv::Scalar(20, 20, 255), cv::FILLED);
        return cv::imwrite((root / name).string(), image);
    };
    for (int i = 0; i < 21; ++i)
        QVERIFY(write("train/good/" + std::to_string(i) + ".png", i, false));
    for (int i = 0; i < 6; ++i)
        QVERIFY(write("validation/good/" + std::to_string(i) + ".png", i, i == 4));
    QVERIFY(write("test/good/0.png", 0, false));
    TrainRequest apart = request("apart");
    apart.holdout = 0.1;
    apart.support = {SupportRule::Kind::AtLeast, 1};
    const Model listed = train(apart, {}).value();
    QVERIFY(!listed.info.suspects.empty());
    const SuspectRegion &first = listed.info.suspects.front();
    QVERIFY2(first.image == "validation/good/4.png", first.image.c_str());
    QCOMPARE(first.rows, 0);
    QVERIFY((first.areaPx & cv::Rect(74, 34, 12, 12)).area() > 0);
    QCOMPARE(listed.info.heldOutImages.size(), std::size_t{6});
    // The same whatever the number of threads.
    apart.threads = 1;
    QCOMPARE(train(apart, {}).value().info.suspects, listed.info.suspects);
    // By the automatic rule it makes no score scale, and the bank is the same.
    Notices notices;
    apart.support = parseSupportRule("auto").value();
    const Model without = train(apart, notices.context()).value();
    QVERIFY(notices.contain("something in them stands alone"));
    QCOMPARE(std::ranges::count(without.info.heldOutImages, "validation/good/4.png"), 0);
    QCOMPARE(std::ranges::count(without.info.excludedImages, "validation/good/4.png"), 1);
    QCOMPARE(without.bank.values().size(), listed.bank.values().size());
    QVERIFY(std::ranges::equal(without.bank.values(), listed.bank.values()));
    // What last month's bank knows is not suspect because it is rare this month.
    QVERIFY(std::filesystem::create_directory(m_folder.file("blotched")));
    for (int i = 0; i < 21; ++i)
        QVERIFY(write("../blotched/" + std::to_string(i) + ".png", i, true));
    TrainRequest earlier = request("blotched");
    earlier.support = {SupportRule::Kind::AtLeast, 1};
    earlier.coreset.bankSize = bankSize - 200;
    Model known = train(earlier, {}).value();
    QVERIFY(saveModel(known, m_folder.file("known.patina")));
    apart.support = earlier.support;
    apart.initialModel = m_folder.file("known.patina");
    apart.keep = parseKeepRule("append").value();
    const Model next = train(apart, {}).value();
    QVERIFY(next.info.suspects.empty());
    for (std::size_t row = 0; row < next.origins.size(); ++row)
        QCOMPARE(next.support[row] < 0, next.origins[row].dataset == 0);
}

QTEST_GUILESS_MAIN(TestSupportPass)
#include "tst_support_pass.moc"
