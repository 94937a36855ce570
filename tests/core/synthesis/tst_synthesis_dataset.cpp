#include "core/base/read_file.h"
#include "core/base/sha256.h"
#include "core/dataset/dataset.h"
#include "core/image/png_file.h"
#include "core/image/png_writer.h"
#include "core/synthesis/dataset_writer.h"
#include "tests/core/synthesis/small_dataset.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <map>
#include <set>
#include <sys/resource.h>
#include <unistd.h>

using namespace patina;
using namespace patina::test;

class TestSynthesisDataset : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void layout();
    void readerUnderstandsIt();
    void manifestTellsTheTruth();
    void threadsDoNotMatter();
    void moreImagesKeepTheFirstOnes();
    void oneVersionStandsAlone();
    void foreignFoldersAreRefused();
    void linkedFoldersAreRefused();
    void earlierRunIsReplaced();
    void manifestCannotReachOut();
    void cancelLeavesNothingHalfWritten();
    void rowByRowIsTheSameFile();
    void ambiguousCases();
    void unwritableFolder_data();
    void unwritableFolder();
    void fullDisk();
    void wrongSpecificationWritesNothing();
    void progressCounts();

private:
    fs::path path(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSynthesisDataset::layout()
{
    const SynthesisSpec spec = smallSpec();
    const auto summary = writeDataset(spec, path("set"), {2}, {});
    QVERIFY2(summary.has_value(), summary ? "" : summary.error().detail.c_str());
    QCOMPARE(summary->images, std::int64_t{18});
    QCOMPARE(summary->datasets.size(), std::size_t{2});
    auto clean = contentsOf(path("set/clean"));
    auto stained = contentsOf(path("set/stained"));
    std::set<std::string> stems;
    int stainedGood = 0;
    for (const auto &[file, hash] : stained) {
        if (file.starts_with("impurity/")) {
            QVERIFY(file.starts_with("impurity/water-stain/") && file.ends_with("_mask.png"));
            stainedGood +=
                file.find("/good_") != std::string::npos || file.find("/train_") != std::string::npos ? 1 : 0;
            QVERIFY(!clean.contains(file));
            continue;
        }
        QVERIFY2(clean.contains(file), file.c_str());
        if (file.starts_with("ground_truth/"))
            QCOMPARE(clean[file], hash);
        else if (file.ends_with(".png"))
            QVERIFY(stems.insert(fs::path(file).stem().string()).second);
    }
    QCOMPARE(stems.size(), std::size_t{9});
    QVERIFY(stainedGood > 0);
    for (const auto &[file, hash] : clean)
        QVERIFY(stained.contains(file));
    for (const char *file :
         {"train/good/train_0002.png", "validation/good/validation_0000.png", "test/good/good_0001.png",
          "test/scratch/scratch_0002.png", "ground_truth/scratch/scratch_0002_mask.png"})
        QVERIFY(clean.contains(file));
    QCOMPARE(
        jsonOf(path("set/stained/labels.json")).dump(),
        std::string(R"({"classes":[{"kind":"defect","name":"scratch"},{"kind":"impurity","name":"water-stain"}]})"));
    QCOMPARE(jsonOf(path("set/clean/labels.json"))["classes"].size(), std::size_t{1});
    QCOMPARE(jsonOf(path("set/clean/scale.json"))["mmPerPixel"].get<double>(), spec.mmPerPixel);
    const cv::Mat image = cv::imread(path("set/clean/train/good/train_0000.png").string(), cv::IMREAD_UNCHANGED);
    QCOMPARE(image.type(), CV_8UC3);
    QCOMPARE(image.cols, spec.widthPx);
    const cv::Mat mask =
        cv::imread(path("set/clean/ground_truth/scratch/scratch_0000_mask.png").string(), cv::IMREAD_UNCHANGED);
    QCOMPARE(mask.type(), CV_8UC1);
    QVERIFY(cv::countNonZero(mask) > 0 && cv::countNonZero((mask != 0) & (mask != 255)) == 0);
}

void TestSynthesisDataset::readerUnderstandsIt()
{
    SynthesisSpec spec = smallSpec();
    spec.ranges.waterStain.imageShare = {1.0, 1.0};
    QVERIFY(writeDataset(spec, path("set"), {}, {}).has_value());
    for (const char *version : {"clean", "stained"}) {
        const auto dataset = openDataset(path("set") / version);
        QVERIFY(dataset.has_value());
        QCOMPARE(dataset->layout, DatasetLayout::MvtecAd);
        QCOMPARE(dataset->images.size(), std::size_t{9});
        QCOMPARE(dataset->mmPerPixel.value_or(0.0), spec.mmPerPixel);
        const auto report = inspectDataset(*dataset, {});
        QVERIFY(report.has_value());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().detail.c_str());
        int impurityMasks = 0;
        for (const ImageRecord &image : dataset->images) {
            QCOMPARE(image.isGood(), image.id.find("good/") != std::string::npos);
            int defectMasks = 0;
            for (const MaskFile &mask : image.masks)
                ++(mask.className == "scratch" ? defectMasks : impurityMasks);
            QCOMPARE(defectMasks, image.isGood() ? 0 : 1);
        }
        QCOMPARE(impurityMasks > 5, std::string(version) == "stained");
    }
}

void TestSynthesisDataset::manifestTellsTheTruth()
{
    const SynthesisSpec spec = smallSpec();
    QVERIFY(writeDataset(spec, path("set"), {1}, {}).has_value());
    QVERIFY(readSpec(path("set/manifest.json")).value() == spec);
    const auto root = jsonOf(path("set/manifest.json"));
    QCOMPARE(root["complete"].get<bool>(), true);
    std::set<std::string> listed{"manifest.json"};
    for (const auto &file : root["files"])
        listed.insert(file.get<std::string>());
    std::set<std::string> found;
    for (const auto &[file, hash] : contentsOf(path("set")))
        found.insert(file);
    QVERIFY(listed == found);
    for (const char *version : {"clean", "stained"}) {
        const auto manifest = jsonOf(path("set") / version / "manifest.json");
        QVERIFY(readSpec(path("set") / version / "manifest.json").value() == spec);
        QCOMPARE(manifest["images"].size(), std::size_t{9});
        for (const auto &image : manifest["images"]) {
            QCOMPARE(sha256OfFile(path("set") / version / image["path"].get<std::string>()).value(),
                     image["sha256"].get<std::string>());
            for (const auto &mask : image["masks"])
                QCOMPARE(sha256OfFile(path("set") / version / mask["path"].get<std::string>()).value(),
                         mask["sha256"].get<std::string>());
            QVERIFY(image["surface"].contains("roughnessRqUm") && image["light"].contains("azimuthDeg") &&
                    image["camera"].contains("blurPx"));
            QCOMPARE(image["path"].get<std::string>().starts_with("test/scratch"), !image["defects"].empty());
        }
    }
}

void TestSynthesisDataset::threadsDoNotMatter()
{
    const SynthesisSpec spec = smallSpec();
    QVERIFY(writeDataset(spec, path("one"), {1}, {}).has_value());
    QVERIFY(writeDataset(spec, path("four"), {4}, {}).has_value());
    QVERIFY(contentsOf(path("one")) == contentsOf(path("four")));
}

void TestSynthesisDataset::moreImagesKeepTheFirstOnes()
{
    SynthesisSpec spec = smallSpec();
    QVERIFY(writeDataset(spec, path("few"), {}, {}).has_value());
    spec.counts = {4, 0, 3, 4};
    QVERIFY(writeDataset(spec, path("more"), {}, {}).has_value());
    auto more = contentsOf(path("more"));
    for (const auto &[file, hash] : contentsOf(path("few")))
        if (file.ends_with(".png") && file.find("validation") == std::string::npos)
            QCOMPARE(more[file], hash);
}

void TestSynthesisDataset::oneVersionStandsAlone()
{
    SynthesisSpec spec = smallSpec();
    QVERIFY(writeDataset(spec, path("both"), {}, {}).has_value());
    for (const auto version : {SynthesisVersion::Clean, SynthesisVersion::Stained}) {
        spec.version = version;
        const fs::path folder = path(std::string(nameOf(version)).c_str());
        const auto summary = writeDataset(spec, folder, {}, {});
        QVERIFY(summary.has_value());
        QVERIFY(summary->datasets == std::vector<fs::path>{folder});
        auto alone = contentsOf(folder);
        auto pair = contentsOf(path("both") / nameOf(version));
        alone.erase("manifest.json"); // says which versions were asked for
        pair.erase("manifest.json");
        QVERIFY(alone == pair);
    }
}

void TestSynthesisDataset::foreignFoldersAreRefused()
{
    write(path("mine/note.txt"), "keep me");
    write(path("other/manifest.json"), R"({"format": "something else"})");
    write(path("broken/manifest.json"), "{");
    write(path("list/manifest.json"), "[1]");
    for (const char *name : {"mine", "other", "broken", "list"}) {
        const auto before = contentsOf(path(name));
        const auto refused = writeDataset(smallSpec(), path(name), {}, {});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::BadArgument);
        QVERIFY2(refused.error().detail.find("empty") != std::string::npos, refused.error().detail.c_str());
        QVERIFY(contentsOf(path(name)) == before);
    }
}

void TestSynthesisDataset::linkedFoldersAreRefused()
{
    QVERIFY(writeDataset(smallSpec(), path("set"), {}, {}).has_value());
    write(path("elsewhere/good/train_0000.png"), "precious");
    fs::remove_all(path("set/clean/train"));
    fs::create_directory_symlink(path("elsewhere"), path("set/clean/train"));
    const auto before = contentsOf(path("elsewhere"));
    QCOMPARE(before.size(), std::size_t{1});
    const auto refused = writeDataset(smallSpec(), path("set"), {}, {});
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().detail.find("is a link") != std::string::npos, refused.error().detail.c_str());
    QVERIFY(contentsOf(path("elsewhere")) == before);
}

void TestSynthesisDataset::earlierRunIsReplaced()
{
    SynthesisSpec spec = smallSpec();
    QVERIFY(writeDataset(spec, path("set"), {}, {}).has_value());
    write(path("set/clean/train/good/note.txt"), "mine");
    write(path("set/own/thing.txt"), "mine too");
    spec.seed = 13;
    spec.counts = {1, 0, 1, 1};
    QVERIFY(writeDataset(spec, path("set"), {}, {}).has_value());
    QVERIFY(writeDataset(spec, path("fresh"), {}, {}).has_value());
    auto replaced = contentsOf(path("set"));
    QCOMPARE(replaced.erase("clean/train/good/note.txt"), std::size_t{1});
    QCOMPARE(replaced.erase("own/thing.txt"), std::size_t{1});
    QVERIFY(replaced == contentsOf(path("fresh")));
    QVERIFY(!fs::exists(path("set/clean/validation")));
    spec.version = SynthesisVersion::Clean;
    QVERIFY(writeDataset(spec, path("set"), {}, {}).has_value());
    QVERIFY(!fs::exists(path("set/stained")));
}

void TestSynthesisDataset::manifestCannotReachOut()
{
    write(path("precious.txt"), "keep");
    write(path("outside/file.txt"), "keep");
    write(path("set/inside.txt"), "listed");
    fs::create_directory_symlink(path("outside"), path("set/link"));
    const nlohmann::json files{
        "../precious.txt", path("precious.txt").string(), "link/file.txt", "./inside.txt", "..", "", "link", 7};
    write(path("set/manifest.json"), nlohmann::json{{"format", "patina-synthetic-dataset"}, {"files", files}}.dump());
    QVERIFY(writeDataset(smallSpec(), path("set"), {}, {}).has_value());
    QVERIFY(fs::exists(path("precious.txt")));
    QVERIFY(fs::exists(path("outside/file.txt")));
    QVERIFY(fs::exists(path("set/inside.txt")));
    QVERIFY(fs::is_symlink(path("set/link")));
}

void TestSynthesisDataset::cancelLeavesNothingHalfWritten()
{
    const SynthesisSpec spec = smallSpec();
    std::atomic<bool> cancel{false};
    const JobContext context(&cancel, [&](const Progress &step) { cancel = step.done >= 3; });
    const auto out = writeDataset(spec, path("set"), {2}, context);
    QVERIFY(!out.has_value());
    QCOMPARE(out.error().code, ErrorCode::Cancelled);
    QCOMPARE(jsonOf(path("set/manifest.json"))["complete"].get<bool>(), false);
    int images = 0;
    for (const auto &[file, hash] : contentsOf(path("set"))) {
        // No temporary file is left.
        QVERIFY2(file.ends_with(".png") || file == "manifest.json" || file == "journal.jsonl", file.c_str());
        if (!file.ends_with(".png"))
            continue;
        QVERIFY(!cv::imread((path("set") / file).string()).empty());
        ++images;
    }
    QVERIFY(images > 0);
    QVERIFY(writeDataset(spec, path("set"), {2}, {}).has_value());
    QVERIFY(writeDataset(spec, path("fresh"), {2}, {}).has_value());
    QVERIFY(contentsOf(path("set")) == contentsOf(path("fresh")));
}

/// The row writer against the whole one.
void TestSynthesisDataset::rowByRowIsTheSameFile()
{
    for (const int type : {CV_8UC1, CV_8UC3, CV_16UC1}) {
        cv::Mat pixels(77, 301, type);
        cv::theRNG().state = 5;
        cv::randu(pixels, 0, 200);
        QVERIFY(writePng(path("whole.png"), pixels).has_value());
        {
            auto writer = PngWriter::create(path("rows.png"), pixels.size(), type);
            QVERIFY(writer.has_value());
            QVERIFY(!PngWriter::create(path("no folder/rows.png"), pixels.size(), type).has_value());
            for (int y = 0; y < 77; y += 10)
                QVERIFY(writer->writeRows(pixels.rowRange(y, std::min(77, y + 10))).has_value());
            QVERIFY(!fs::exists(path("rows.png")));
            QCOMPARE(writer->finish().value(), sha256OfFile(path("whole.png")).value());
        }
        QCOMPARE(sha256OfFile(path("rows.png")).value(), sha256OfFile(path("whole.png")).value());
        auto unfinished = PngWriter::create(path("short.png"), pixels.size(), type);
        QVERIFY(!unfinished->finish().has_value());
        QVERIFY(!unfinished->writeRows(cv::Mat(1, 300, type)).has_value());
        fs::remove(path("rows.png"));
    }
    QVERIFY(!fs::exists(path("short.png")));
}

void TestSynthesisDataset::ambiguousCases()
{
    SynthesisSpec spec = smallSpec();
    spec.counts.testAmbiguous = 4;
    spec.ranges.waterStain.imageShare = {0.0, 0.0};
    QVERIFY(writeDataset(spec, path("set"), {}, {}).has_value());
    for (const char *version : {"clean", "stained"}) {
        const auto dataset = openDataset(path("set") / version);
        QVERIFY(dataset.has_value());
        QVERIFY(dataset->problems.empty());
        int masks = 0;
        int impurities = 0;
        for (const ImageRecord &image : dataset->images)
            for (const MaskFile &mask : image.masks)
                if (image.className == "ambiguous")
                    (mask.className == "ambiguous" ? masks : impurities) += 1;
        QCOMPARE(masks, 4);
        // Three of the four cases: the third is a hairline.
        QCOMPARE(impurities, std::string_view(version) == "stained" ? 3 : 0);
        const auto found = std::ranges::find(dataset->classes, std::string("ambiguous"), &LabelClass::name);
        QVERIFY(found != dataset->classes.end());
        QVERIFY(found->kind == ClassKind::Ambiguous);
    }
    const auto files = contentsOf(path("set"));
    for (int i = 0; i < 4; ++i) {
        const std::string mask = "ground_truth/ambiguous/ambiguous_000" + std::to_string(i) + "_mask.png";
        QCOMPARE(files.at("clean/" + mask), files.at("stained/" + mask));
        const std::string image = "test/ambiguous/ambiguous_000" + std::to_string(i) + ".png";
        QCOMPARE(files.at("clean/" + image) == files.at("stained/" + image), i == 2);
    }
    spec.impurities.clear();
    spec.version = SynthesisVersion::Clean;
    QCOMPARE(writeDataset(spec, path("none"), {}, {}).error().code, ErrorCode::BadArgument);
    spec.ambiguous = {"hairline"};
    QVERIFY(writeDataset(spec, path("hairlines"), {}, {}).has_value());
}

void TestSynthesisDataset::unwritableFolder_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"below a file", "system", "read-only"})
        QTest::newRow(kind) << kind;
}

void TestSynthesisDataset::unwritableFolder()
{
    QFETCH(QString, kind);
    write(path("file"), "x");
    fs::path folder = path("file") / "set";
    if (kind == "system")
        folder = "/proc/patina-synthesis";
    if (kind == "read-only") {
        if (::geteuid() == 0)
            QSKIP("rights do not stop the superuser");
        folder = path("locked");
        fs::create_directory(folder);
        fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
    }
    const auto out = writeDataset(smallSpec(), folder, {}, {});
    QVERIFY(!out.has_value());
    QCOMPARE(out.error().code, ErrorCode::WriteFailed);
    QVERIFY2(out.error().detail.find(folder.string()) != std::string::npos, out.error().detail.c_str());
}

/// A limit of file size fails writes half-way, as a full disk does.
void TestSynthesisDataset::fullDisk()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 20000;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto out = writeDataset(smallSpec(), path("set"), {2}, {});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!out.has_value());
    QCOMPARE(out.error().code, ErrorCode::WriteFailed);
    QVERIFY2(out.error().detail.find("run again") != std::string::npos, out.error().detail.c_str());
    for (const auto &[file, hash] : contentsOf(path("set")))
        QVERIFY2(!file.starts_with(".") && file.find("/.") == std::string::npos, file.c_str());
    QVERIFY(writeDataset(smallSpec(), path("set"), {2}, {}).has_value());
}

void TestSynthesisDataset::wrongSpecificationWritesNothing()
{
    SynthesisSpec spec = smallSpec();
    spec.widthPx = 1;
    const auto out = writeDataset(spec, path("set"), {}, {});
    QCOMPARE(out.error().code, ErrorCode::BadArgument);
    QVERIFY(!fs::exists(path("set")));
}

void TestSynthesisDataset::progressCounts()
{
    std::vector<std::int64_t> steps;
    const JobContext context(nullptr, [&](const Progress &step) {
        QCOMPARE(QByteArray(step.stage.data(), static_cast<qsizetype>(step.stage.size())), QByteArray("synthesis"));
        QCOMPARE(step.total, std::int64_t{9});
        steps.push_back(step.done);
    });
    QVERIFY(writeDataset(smallSpec(), path("set"), {3}, context).has_value());
    QCOMPARE(steps.size(), std::size_t{10});
    for (std::size_t i = 0; i < steps.size(); ++i)
        QCOMPARE(steps[i], static_cast<std::int64_t>(i));
}

QTEST_APPLESS_MAIN(TestSynthesisDataset)
#include "tst_synthesis_dataset.moc"
