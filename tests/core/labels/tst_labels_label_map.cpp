#include "core/labels/label_map.h"
#include "tests/core/dataset/sample_folder.h"

#include <QTest>

#include <opencv2/imgproc.hpp>
#include <rapidcheck.h>

using namespace patina;

namespace {

const std::vector<LabelClass> classes = {{"crack", ClassKind::Defect}, {"stain", ClassKind::Impurity}};

ImageRecord recordWith(std::vector<MaskFile> masks)
{
    return {"test/crack/0.png", "0.png", Split::Test, "crack", std::move(masks), "0"};
}

bool sameMasks(const ImageLabels &a, const ImageLabels &b)
{
    return a.size == b.size && std::equal(a.layers.begin(), a.layers.end(), b.layers.begin(), b.layers.end(),
                                          [](const LabelLayer &x, const LabelLayer &y) {
                                              return x.classIndex == y.classIndex &&
                                                     cv::norm(x.mask, y.mask, cv::NORM_INF) == 0.0;
                                          });
}

/// By areas: the pixel (column, row) of the smaller mask begins where its left and upper edges lie in the larger one.
bool anyUnder(const cv::Mat &mask, cv::Size size, int row, int column)
{
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            if (y * size.height >= row * mask.rows && y * size.height < (row + 1) * mask.rows &&
                x * size.width >= column * mask.cols && x * size.width < (column + 1) * mask.cols &&
                mask.at<std::uint8_t>(y, x) != 0)
                return true;
    return false;
}

} // namespace

class TestLabelMap : public QObject
{
    Q_OBJECT

private slots:
    void layersMayOverlap()
    {
        const SampleFolder folder;
        folder.mask("crack.png", 1);
        folder.mask("stain.png", 7);
        const auto labels =
            loadLabels(recordWith({{folder.path() / "stain.png", "stain"}, {folder.path() / "crack.png", "crack"}}),
                       classes, {12, 8});
        QVERIFY(labels);
        QCOMPARE(labels->size, cv::Size(12, 8));
        QCOMPARE(labels->layers.size(), std::size_t{2});
        for (int i = 0; i < 2; ++i) {
            const LabelLayer &layer = labels->layers[static_cast<std::size_t>(i)];
            QCOMPARE(layer.classIndex, i);
            QCOMPARE(layer.mask.type(), CV_8UC1);
            QCOMPARE(cv::countNonZero(layer.mask), 1);
            QCOMPARE(layer.mask.at<std::uint8_t>(4, 6), std::uint8_t{255});
        }
    }

    void filesOfOneClassAreJoined()
    {
        const SampleFolder folder;
        cv::Mat left(8, 12, CV_8UC1, cv::Scalar(0));
        left.col(0) = 255;
        cv::imwrite(folder.below("left.png").string(), left);
        folder.mask("centre.png");
        const auto labels =
            loadLabels(recordWith({{folder.path() / "left.png", "crack"}, {folder.path() / "centre.png", "crack"}}),
                       classes, {12, 8});
        QVERIFY(labels);
        QCOMPARE(labels->layers.size(), std::size_t{1});
        QCOMPARE(cv::countNonZero(labels->layers[0].mask), 9);
    }

    void noMaskAndBlackMaskHaveNoLayer()
    {
        const SampleFolder folder;
        folder.mask("black.png", 0);
        QVERIFY(loadLabels(recordWith({}), classes, {12, 8})->layers.empty());
        QVERIFY(loadLabels(recordWith({{folder.path() / "black.png", "crack"}}), classes, {12, 8})->layers.empty());
    }

    void errors()
    {
        const SampleFolder folder;
        folder.mask("m.png", 255, {640, 480});
        const auto wrongSize = loadLabels(recordWith({{folder.path() / "m.png", "crack"}}), classes, {1130, 460});
        QVERIFY(!wrongSize);
        QCOMPARE(wrongSize.error().code, ErrorCode::ShapeMismatch);
        QVERIFY(wrongSize.error().detail.starts_with("mask 640x480 does not match image 1130x460"));
        const auto unknown = loadLabels(recordWith({{folder.path() / "m.png", "rust"}}), classes, {640, 480});
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        const auto missing = loadLabels(recordWith({{folder.path() / "none.png", "crack"}}), classes, {640, 480});
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        folder.text("text.png", "no picture");
        QVERIFY(!loadLabels(recordWith({{folder.path() / "text.png", "crack"}}), classes, {640, 480}));
    }

    void damagedMasksAreReadOrRefused()
    {
        const SampleFolder folder;
        folder.mask("m.png");
        std::ifstream file(folder.path() / "m.png", std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});
        const ImageRecord record = recordWith({{folder.path() / "d.png", "crack"}});
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            folder.text("d.png", bytes.substr(0, length));
            const auto labels = loadLabels(record, classes, {12, 8});
            QVERIFY(!labels || labels->size == cv::Size(12, 8));
        }
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            std::string flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            folder.text("d.png", flipped);
            const auto labels = loadLabels(record, classes, {12, 8});
            for (const LabelLayer &layer : labels ? labels->layers : std::vector<LabelLayer>{})
                QCOMPARE(layer.mask.size(), cv::Size(12, 8));
        }
    }

    void reducedPixelsAreSetWhereAnyUnderThemIs()
    {
        QVERIFY(rc::check("fast against slow", [] {
            const auto side = [] { return *rc::gen::inRange(1, 40); };
            cv::Mat mask(side(), side(), CV_8UC1);
            for (int row = 0; row < mask.rows; ++row)
                for (int column = 0; column < mask.cols; ++column)
                    mask.at<std::uint8_t>(row, column) = (row * 7 + column * 5) % 11 == 0 ? 255 : 0;
            const cv::Size size(*rc::gen::inRange(1, mask.cols + 1), *rc::gen::inRange(1, mask.rows + 1));
            const ImageLabels reduced = reduceLabels({mask.size(), {{0, mask}}}, size);
            RC_ASSERT(reduced.size == size);
            for (int row = 0; row < size.height; ++row)
                for (int column = 0; column < size.width; ++column)
                    RC_ASSERT(reduced.layers.at(0).mask.at<std::uint8_t>(row, column) ==
                              (anyUnder(mask, size, row, column) ? 255 : 0));
        }));
    }

    void aThinScratchStaysOneDefect()
    {
        cv::Mat mask(400, 600, CV_8UC1, cv::Scalar(0));
        for (int x = 20; x < 580; ++x) // two pixels thick, slanting
            for (int y = 0; y < 2; ++y)
                mask.at<std::uint8_t>(60 + (3 * x) / 10 + y, x) = 255;
        const ImageLabels reduced = reduceLabels({mask.size(), {{0, mask}}}, {150, 100});
        cv::Mat components;
        QCOMPARE(cv::connectedComponents(reduced.layers.at(0).mask, components), 2); // and the background
    }

    void reductionToTheSameSizeIsIdentity()
    {
        cv::Mat mask(8, 12, CV_8UC1, cv::Scalar(0));
        mask.at<std::uint8_t>(0, 11) = 255;
        const ImageLabels labels{mask.size(), {{1, mask}}};
        QVERIFY(sameMasks(reduceLabels(labels, labels.size), labels));
        QVERIFY(reduceLabels(labels, {}).layers.empty());
    }
};

QTEST_APPLESS_MAIN(TestLabelMap)
#include "tst_labels_label_map.moc"
