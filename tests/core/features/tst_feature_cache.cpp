#include "core/backbone/architecture.h"
#include "core/features/feature_cache.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace patina;

namespace {

cv::Mat noise(int width, int height, int seed)
{
    cv::Mat pixels(height, width, CV_8UC3);
    cv::RNG random(static_cast<std::uint64_t>(seed));
    random.fill(pixels, cv::RNG::UNIFORM, 0, 256);
    return pixels;
}

/// Counts the images that reach the network.
class CountingExtractor : public FeatureExtractor
{
public:
    CountingExtractor(std::unique_ptr<FeatureExtractor> inner, int &calls) : m_inner(std::move(inner)), m_calls(calls)
    {
    }
    int dimension() const override { return m_inner->dimension(); }
    PatchGrid gridFor(cv::Size image) const override { return m_inner->gridFor(image); }
    Result<void> extract(ImageSource &image, const BandSink &sink, const JobContext &context) override
    {
        ++m_calls;
        return m_inner->extract(image, sink, context);
    }

private:
    std::unique_ptr<FeatureExtractor> m_inner;
    int &m_calls;
};

using Bands = std::vector<FeatureBand>;

bool same(const Bands &a, const Bands &b)
{
    return std::ranges::equal(a, b, [](const FeatureBand &x, const FeatureBand &y) {
        return x.firstRow == y.firstRow && x.rows == y.rows && x.features == y.features;
    });
}

} // namespace

class TestFeatureCache : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_backbone = makeTinyBackbone(1);
        m_settings = {{}, {}, 1, 0};
        m_calls = 0;
    }

    void secondTimeTheNetworkDoesNotRunAndBandsAreTheSame()
    {
        const cv::Mat pixels = noise(130, 700, 1); // several bands
        const Bands direct = bandsOf(*plain(), pixels);
        QVERIFY(direct.size() > 1);
        auto first = cached();
        QVERIFY(same(bandsOf(*first, pixels), direct));
        QCOMPARE(m_calls, 1);
        auto second = cached();
        QVERIFY(same(bandsOf(*second, pixels), direct));
        QCOMPARE(m_calls, 1);
        QCOMPARE(files().size(), std::size_t{1});
    }

    void otherPixelsSettingsAndWeightsAreNotMixedUp()
    {
        cv::Mat pixels = noise(64, 64, 2);
        bandsOf(*cached(), pixels);
        pixels.at<cv::Vec3b>(63, 63)[0] ^= 1;
        QVERIFY(same(bandsOf(*cached(), pixels), bandsOf(*plain(), pixels)));
        QCOMPARE(m_calls, 2);
        // The same bytes in another shape.
        const cv::Mat reshaped = pixels.reshape(3, 32);
        QVERIFY(same(bandsOf(*cached(), reshaped), bandsOf(*plain(), reshaped)));
        QCOMPARE(m_calls, 3);
        m_settings.intensity.white = 128.0;
        QVERIFY(same(bandsOf(*cached(), pixels), bandsOf(*plain(), pixels)));
        QCOMPARE(m_calls, 4);
        m_settings.tilePx = 32;
        bandsOf(*cached(), pixels);
        QCOMPARE(m_calls, 5);
        m_backbone = makeTinyBackbone(2);
        QVERIFY(same(bandsOf(*cached(), pixels), bandsOf(*plain(), pixels)));
        QCOMPARE(m_calls, 6);
    }

    void damagedFilesAreComputedAnewAndReplaced_data()
    {
        QTest::addColumn<int>("at"); // byte to flip, from the end where negative; 0: cut in the middle
        QTest::newRow("header length") << 1;
        QTest::newRow("header") << 40;
        QTest::newRow("first feature") << 2000;
        QTest::newRow("band of a row") << -70;
        QTest::newRow("hash") << -1;
        QTest::newRow("truncated") << 0;
    }
    void damagedFilesAreComputedAnewAndReplaced()
    {
        QFETCH(int, at);
        const cv::Mat pixels = noise(100, 80, 3);
        const Bands direct = bandsOf(*cached(), pixels);
        const auto file = files().front();
        const auto size = static_cast<std::int64_t>(std::filesystem::file_size(file));
        QVERIFY(size > 4000);
        if (at == 0) {
            std::filesystem::resize_file(file, static_cast<std::uintmax_t>(size / 2));
        } else {
            std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
            const auto offset = at > 0 ? at : size + at;
            stream.seekg(offset);
            const char flipped = static_cast<char>(stream.get() ^ 0x10);
            stream.seekp(offset);
            stream.put(flipped);
        }
        QVERIFY(same(bandsOf(*cached(), pixels), direct));
        QCOMPARE(m_calls, 2);
        QVERIFY(same(bandsOf(*cached(), pixels), direct));
        QCOMPARE(m_calls, 2);
        QCOMPARE(files().size(), std::size_t{1});
    }

    void featuresOfAnotherImageUnderThisNameAreNotTaken()
    {
        const cv::Mat a = noise(64, 64, 4);
        const cv::Mat b = noise(64, 64, 5);
        bandsOf(*cached(), a);
        const auto fileOfA = files().front();
        bandsOf(*cached(), b);
        const auto both = files();
        const auto fileOfB = both.front() == fileOfA ? both.back() : both.front();
        std::filesystem::copy_file(fileOfA, fileOfB, std::filesystem::copy_options::overwrite_existing);
        QVERIFY(same(bandsOf(*cached(), b), bandsOf(*plain(), b)));
    }

    void fullFolderKeepsNoMoreAndSaysSoOnce()
    {
        std::vector<std::string> notices;
        const JobContext context(nullptr, {}, [&](const std::string &sentence) { notices.push_back(sentence); });
        auto extractor = cached(100'000);
        for (int seed = 0; seed < 6; ++seed) {
            const cv::Mat pixels = noise(96, 96, seed);
            QVERIFY(same(bandsOf(*extractor, pixels, context), bandsOf(*plain(), pixels)));
        }
        QCOMPARE(notices.size(), std::size_t{1});
        QVERIFY2(notices.front().find("is full") != std::string::npos, notices.front().c_str());
        std::uintmax_t bytes = 0;
        for (const auto &file : files())
            bytes += std::filesystem::file_size(file);
        QVERIFY(bytes > 0 && bytes < 110'000);
    }

    void cutOffImagesLeaveNothing()
    {
        const auto stop = [](FeatureBand &&) -> Result<void> { return fail(ErrorCode::Cancelled, "enough"); };
        const auto image = imageFromMat(noise(130, 700, 6));
        QVERIFY(!cached()->extract(*image, stop, {}));
        QVERIFY(files().empty());
        std::atomic<bool> cancel{true};
        const auto ignored = [](FeatureBand &&) -> Result<void> { return {}; };
        const auto cancelled = cached()->extract(*image, ignored, JobContext(&cancel, {}));
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        QVERIFY(files().empty());
    }

    void aFileInPlaceOfTheFolderIsRefused()
    {
        const auto file = folder() / "file";
        std::ofstream(file) << "x";
        auto made = withFeatureCache(plain(), m_backbone.info, m_settings, file);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::WriteFailed);
    }

private:
    std::filesystem::path folder() const { return m_dir->path().toStdString(); }

    std::vector<std::filesystem::path> files() const
    {
        std::vector<std::filesystem::path> found;
        for (const auto &entry : std::filesystem::directory_iterator(folder()))
            found.push_back(entry.path());
        return found;
    }

    std::unique_ptr<FeatureExtractor> plain() const
    {
        return std::move(*FeatureExtractor::create(m_backbone, m_settings));
    }

    std::unique_ptr<FeatureExtractor> cached(std::int64_t mostBytes = std::int64_t{1} << 30)
    {
        return std::move(*withFeatureCache(std::make_unique<CountingExtractor>(plain(), m_calls), m_backbone.info,
                                           m_settings, folder(), mostBytes));
    }

    static Bands bandsOf(FeatureExtractor &extractor, const cv::Mat &pixels, const JobContext &context = {})
    {
        Bands bands;
        const auto image = imageFromMat(pixels);
        const auto done = extractor.extract(
            *image,
            [&](FeatureBand &&band) -> Result<void> {
                bands.push_back(std::move(band));
                return {};
            },
            context);
        return done ? bands : Bands{};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    Backbone m_backbone = makeTinyBackbone(1);
    ExtractorSettings m_settings{{}, {}, 1, 0};
    int m_calls = 0;
};

QTEST_GUILESS_MAIN(TestFeatureCache)
#include "tst_feature_cache.moc"
