#include "core/synthesis/dataset_identity.h"
#include "core/synthesis/dataset_resume.h"
#include "core/synthesis/dataset_writer.h"
#include "tests/core/synthesis/small_dataset.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <optional>

using namespace patina;
using namespace patina::test;

class TestSynthesisResume : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void resumeKeepsWhatIsWhole();
    void moreImagesKeepFinishedOnes();
    void missingFilesAreMadeAnew();
    void otherKindsKeepFinishedOnes();
    void filesOfTheUserAreNotReplaced_data();
    void filesOfTheUserAreNotReplaced();
    void aLinkUnderAnImagesNameStays();
    void aKilledTakeoverIsTakenOver();
    void tornJournalIsRead();
    void anotherRunInTheFolderIsRefused();
    void theLockOfAKilledRunDoesNotMatter();
    void halvesOfFilesOfAKilledRunAreRemoved();
    void foreignFoldersStayAsTheyAre();
    void aFolderWithoutImagesIsNotLeft();

private:
    fs::path path(const char *name) const { return fs::path(m_folder->path().toStdString()) / name; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSynthesisResume::resumeKeepsWhatIsWhole()
{
    const SynthesisSpec spec = smallSpec();
    std::atomic<bool> cancel{false};
    const JobContext context(&cancel, [&](const Progress &step) { cancel = step.done >= 4; });
    QVERIFY(!writeDataset(spec, path("set"), {1}, context).has_value());
    const fs::path first = path("set/clean/train/good/train_0000.png");
    const auto madeAt = fs::last_write_time(first);
    std::vector<std::int64_t> steps;
    const auto out = writeDataset(spec, path("set"), {1},
                                  JobContext(nullptr, [&](const Progress &step) { steps.push_back(step.done); }));
    QVERIFY(out.has_value());
    QCOMPARE(steps.front(), std::int64_t{4});
    QCOMPARE(out->kept, std::int64_t{8});
    QCOMPARE(out->images, std::int64_t{18});
    QVERIFY(fs::last_write_time(first) == madeAt);
    QVERIFY(!fs::exists(path("set/journal.jsonl")));
    const auto fresh = writeDataset(spec, path("fresh"), {1}, {});
    QVERIFY(fresh.has_value());
    QCOMPARE(out->masks, fresh->masks);
    QCOMPARE(out->stainedImages, fresh->stainedImages);
    QVERIFY(contentsOf(path("set")) == contentsOf(path("fresh")));
}

void TestSynthesisResume::moreImagesKeepFinishedOnes()
{
    SynthesisSpec spec = smallSpec();
    QVERIFY(writeDataset(spec, path("set"), {}, {}).has_value());
    spec.counts.train += 2;
    const auto out = writeDataset(spec, path("set"), {}, {});
    QVERIFY(out.has_value());
    QCOMPARE(out->kept, std::int64_t{18});
    QVERIFY(writeDataset(spec, path("fresh"), {}, {}).has_value());
    QVERIFY(contentsOf(path("set")) == contentsOf(path("fresh")));
    spec.counts = {1, 0, 1, 1};
    QVERIFY(writeDataset(spec, path("set"), {}, {}).has_value());
    QVERIFY(writeDataset(spec, path("small"), {}, {}).has_value());
    QVERIFY(contentsOf(path("set")) == contentsOf(path("small")));
}

void TestSynthesisResume::missingFilesAreMadeAnew()
{
    const SynthesisSpec spec = smallSpec();
    QVERIFY(writeDataset(spec, path("set"), {}, {}).has_value());
    fs::remove(path("set/clean/test/good/good_0001.png"));
    fs::remove(path("set/stained/ground_truth/scratch/scratch_0000_mask.png"));
    const auto out = writeDataset(spec, path("set"), {}, {});
    QVERIFY(out.has_value());
    QCOMPARE(out->kept, std::int64_t{14});
    QVERIFY(writeDataset(spec, path("fresh"), {}, {}).has_value());
    QVERIFY(contentsOf(path("set")) == contentsOf(path("fresh")));
    // Where the ranges come from is no pixel.
    SynthesisSpec fitted = spec;
    fitted.fittedTo = {std::string(64, 'a')};
    QCOMPARE(writeDataset(fitted, path("set"), {}, {})->kept, std::int64_t{18});
    QVERIFY(jsonOf(path("set/manifest.json"))["spec"]["fittedTo"] == nlohmann::json({std::string(64, 'a')}));
    // Pixels of another generator do not stand beside ours.
    nlohmann::json manifest = jsonOf(path("set/manifest.json"));
    manifest["generator"]["good"] = "other";
    write(path("set/manifest.json"), manifest.dump());
    QCOMPARE(writeDataset(spec, path("set"), {}, {})->kept, std::int64_t{8}); // defects, validation
    manifest["generator"] = "of before";
    write(path("set/manifest.json"), manifest.dump());
    QCOMPARE(writeDataset(spec, path("set"), {}, {})->kept, std::int64_t{0});
    QVERIFY(contentsOf(path("set")) == contentsOf(path("fresh")));
}

void TestSynthesisResume::otherKindsKeepFinishedOnes()
{
    SynthesisSpec spec = smallSpec();
    spec.counts = {0, 0, 0, 2};
    const auto growTo = [&](std::int64_t kept) {
        const auto out = writeDataset(spec, path("set"), {}, {});
        QVERIFY2(out.has_value(), out ? "" : out.error().detail.c_str());
        QCOMPARE(out->kept, kept);
    };
    const auto isAsFresh = [&] {
        fs::remove_all(path("fresh"));
        return writeDataset(spec, path("fresh"), {}, {}).has_value() &&
               contentsOf(path("set")) == contentsOf(path("fresh"));
    };
    growTo(0);
    spec.counts = {2, 1, 0, 2}; // good ones, which there were none of
    growTo(4);
    spec.counts.testGood = 1;
    spec.defects = {"dent", "scratch"}; // before the one that there was
    growTo(10);
    QVERIFY(isAsFresh());
    spec.counts.testAmbiguous = 2;
    spec.ambiguous = {"hairline", "stain-over-scratch"};
    growTo(16);
    spec.ambiguous = {"hairline", "scratch-in-stain"}; // the second one is another case
    growTo(18);
    spec.ranges.dent.perImage = {2.0, 2.0}; // concerns nothing but dents
    growTo(16);
    QVERIFY(isAsFresh());
    spec.ranges.cast.flowUm = {0.0, 0.0}; // concerns nothing here
    growTo(20);
    spec.ranges.scratch.widthUm = {30.0, 30.0}; // scratches, and the ambiguous cases with them
    growTo(12);
    spec.ranges.waterStain.radiusMm = {0.4, 0.4};
    growTo(0);
    QVERIFY(isAsFresh());
}

void TestSynthesisResume::filesOfTheUserAreNotReplaced_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("finished");
    QTest::newRow("image") << "clean/train/good/train_0001.png" << true;
    QTest::newRow("image of a run that was stopped") << "clean/train/good/train_0001.png" << false;
    QTest::newRow("mask that was still to be made") << "stained/ground_truth/scratch/scratch_0002_mask.png" << false;
    QTest::newRow("classes") << "clean/labels.json" << true;
    QTest::newRow("manifest that was still to be made") << "stained/manifest.json" << false;
}

void TestSynthesisResume::filesOfTheUserAreNotReplaced()
{
    QFETCH(QString, file);
    QFETCH(bool, finished);
    SynthesisSpec spec = smallSpec();
    std::atomic<bool> cancel{false};
    const JobContext stopping(&cancel, [&](const Progress &step) { cancel = !finished && step.done >= 2; });
    QCOMPARE(writeDataset(spec, path("set"), {1}, stopping).has_value(), finished);
    const std::string name = file.toStdString();
    write(path("set") / name, "mine");
    for (const std::uint64_t seed : {spec.seed, spec.seed + 1}) {
        spec.seed = seed;
        const auto before = contentsOf(path("set"));
        const auto refused = writeDataset(spec, path("set"), {1}, {});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::BadArgument);
        QVERIFY2(refused.error().detail.find((path("set") / name).string()) != std::string::npos,
                 refused.error().detail.c_str());
        QVERIFY2(refused.error().detail.find("move it away") != std::string::npos, refused.error().detail.c_str());
        QVERIFY(contentsOf(path("set")) == before);
    }
    fs::remove(path("set") / name);
    QVERIFY(writeDataset(spec, path("set"), {1}, {}).has_value());
    QVERIFY(writeDataset(spec, path("fresh"), {1}, {}).has_value());
    QVERIFY(contentsOf(path("set")) == contentsOf(path("fresh")));
}

void TestSynthesisResume::aLinkUnderAnImagesNameStays()
{
    QVERIFY(writeDataset(smallSpec(), path("set"), {}, {}).has_value());
    const fs::path image = path("set/clean/train/good/train_0000.png");
    fs::rename(image, path("photo.png"));
    fs::create_symlink(path("photo.png"), image);
    SynthesisSpec other = smallSpec();
    other.seed = 99;
    const std::string before = sha256OfFile(path("photo.png")).value();
    QCOMPARE(writeDataset(other, path("set"), {}, {}).error().code, ErrorCode::BadArgument);
    QCOMPARE(sha256OfFile(path("photo.png")).value(), before);
    QVERIFY(fs::is_symlink(image));
}

/// Killed after the claim, before anything of the earlier run was removed.
void TestSynthesisResume::aKilledTakeoverIsTakenOver()
{
    SynthesisSpec spec = smallSpec();
    QVERIFY(writeDataset(spec, path("old"), {}, {}).has_value());
    spec.seed = 13;
    fs::copy(path("old"), path("set"), fs::copy_options::recursive);
    const auto earlier = synthesis::readEarlierRun(path("set")).value();
    const auto images = synthesis::planImages(spec);
    const auto identities = synthesis::identitiesOf(spec, images, nullptr).value();
    QVERIFY(synthesis::prepareFolder(spec, images, path("set"), earlier, {}, identities, {}).has_value());
    for (const auto &[file, hash] : contentsOf(path("old")))
        if (!file.ends_with(synthesis::manifestName))
            fs::copy(path("old") / file, path("set") / file, fs::copy_options::overwrite_existing);
    std::string journal;
    for (const auto &[stem, image] : earlier.notes.images)
        journal += synthesis::DatasetJournal::lineOf(stem, image);
    for (const auto &[file, hash] : earlier.notes.sha256)
        journal += synthesis::DatasetJournal::lineOf(file, hash);
    write(path("set/journal.jsonl"), journal);
    const auto out = writeDataset(spec, path("set"), {}, {});
    QVERIFY2(out.has_value(), out ? "" : out.error().detail.c_str());
    QCOMPARE(out->kept, std::int64_t{0});
    QVERIFY(writeDataset(spec, path("fresh"), {}, {}).has_value());
    QVERIFY(contentsOf(path("set")) == contentsOf(path("fresh")));
}

void TestSynthesisResume::tornJournalIsRead()
{
    const SynthesisSpec spec = smallSpec();
    std::atomic<bool> cancel{false};
    const JobContext context(&cancel, [&](const Progress &step) { cancel = step.done >= 4; });
    QVERIFY(!writeDataset(spec, path("set"), {1}, context).has_value());
    const std::string journal = readTextFile(path("set/journal.jsonl"), 1 << 24).value();
    write(path("set/journal.jsonl"), journal.substr(0, journal.size() - 30) + "\n[1]\n{\"stem\":7}\n");
    // Files get their names when the line is written: of the one that was cut off there are none.
    for (const auto &[file, hash] : contentsOf(path("set")))
        if (file.find("validation_0000") != std::string::npos)
            fs::remove(path("set") / file);
    const auto out = writeDataset(spec, path("set"), {1}, {});
    QVERIFY2(out.has_value(), out ? "" : out.error().detail.c_str());
    QCOMPARE(out->kept, std::int64_t{6});
    QVERIFY(writeDataset(spec, path("fresh"), {1}, {}).has_value());
    QVERIFY(contentsOf(path("set")) == contentsOf(path("fresh")));
}

void TestSynthesisResume::anotherRunInTheFolderIsRefused()
{
    const SynthesisSpec spec = smallSpec();
    std::optional<Error> refused;
    const JobContext asking(nullptr, [&](const Progress &step) {
        if (step.done != 2)
            return;
        const auto second = writeDataset(spec, path("set"), {1}, {});
        if (!second)
            refused = second.error();
    });
    const auto out = writeDataset(spec, path("set"), {1}, asking);
    QVERIFY2(out.has_value(), out ? "" : out.error().detail.c_str());
    QVERIFY(refused.has_value());
    QCOMPARE(refused->code, ErrorCode::BadArgument);
    QVERIFY2(refused->detail.find("another run makes a data set in the folder") == 0, refused->detail.c_str());
    QVERIFY(!fs::exists(path("set/synth-lock")));
    QCOMPARE(writeDataset(spec, path("set"), {1}, {})->kept, std::int64_t{18});
}

void TestSynthesisResume::theLockOfAKilledRunDoesNotMatter()
{
    const SynthesisSpec spec = smallSpec();
    write(path("set/synth-lock"), "somebody on a machine that is off");
    QVERIFY(writeDataset(spec, path("set"), {}, {}).has_value());
    QVERIFY(!fs::exists(path("set/synth-lock")));
    write(path("set/synth-lock"), "the same again");
    QCOMPARE(writeDataset(spec, path("set"), {}, {})->kept, std::int64_t{18});
    QVERIFY(!fs::exists(path("set/synth-lock")));
}

void TestSynthesisResume::halvesOfFilesOfAKilledRunAreRemoved()
{
    const SynthesisSpec spec = smallSpec();
    std::atomic<bool> cancel{false};
    const JobContext context(&cancel, [&](const Progress &step) { cancel = step.done >= 4; });
    QVERIFY(!writeDataset(spec, path("set"), {1}, context).has_value());
    const fs::path images = path("set") / fs::path(synthesis::versionFolders(spec).front().prefix) / "train/good";
    QVERIFY(fs::is_directory(images));
    write(images / ".patina-0123abcd", "half of an image");
    const fs::path empty = images.parent_path().parent_path() / "test/good"; // nothing was finished there
    fs::create_directories(empty);
    for (const auto &entry : fs::directory_iterator(empty))
        fs::remove(entry.path());
    write(empty / ".patina-0123abcd", "half of another");
    write(path("set/.patina-0123abcd"), "at the top, where no image is made");
    write(images / ".patina-notes", "of the user's");
    QVERIFY(writeDataset(spec, path("set"), {1}, {}).has_value());
    QVERIFY(!fs::exists(images / ".patina-0123abcd"));
    QVERIFY(!fs::exists(empty / ".patina-0123abcd"));
    QVERIFY(fs::exists(path("set/.patina-0123abcd")));
    QVERIFY(fs::exists(images / ".patina-notes"));
}

void TestSynthesisResume::foreignFoldersStayAsTheyAre()
{
    write(path("letters/a.txt"), "dear all");
    write(path("letters/synth-lock"), "");
    QCOMPARE(writeDataset(smallSpec(), path("letters"), {}, {}).error().code, ErrorCode::BadArgument);
    QVERIFY(fs::exists(path("letters/a.txt")));
    fs::remove(path("letters/synth-lock"));
    const auto changed = fs::last_write_time(path("letters"));
    QCOMPARE(writeDataset(smallSpec(), path("letters"), {}, {}).error().code, ErrorCode::BadArgument);
    QVERIFY(fs::last_write_time(path("letters")) == changed);
}

void TestSynthesisResume::aFolderWithoutImagesIsNotLeft()
{
    std::atomic<bool> cancel{true};
    const JobContext stopped(&cancel, [](const Progress &) {});
    fs::create_directories(path("there"));
    for (const char *folder : {"new", "there"})
        QCOMPARE(writeDataset(smallSpec(), path(folder), {}, stopped).error().code, ErrorCode::Cancelled);
    QVERIFY(!fs::exists(path("new")));
    QVERIFY(fs::is_empty(path("there")));
}

QTEST_APPLESS_MAIN(TestSynthesisResume)
#include "tst_synthesis_resume.moc"
