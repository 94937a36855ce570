#include "core/backbone/architecture.h"
#include "core/backbone/backbone_metadata.h"
#include "core/backbone/backbone_store.h"
#include "core/pipeline/evaluation_run.h"
#include "core/pipeline/trainer.h"
#include "tests/core/dataset/sample_folder.h"
#include "tests/core/pipeline/made_parts.h"

#include <QTest>

#include <cmath>
#include <cstring>

using namespace patina;

namespace {

const cv::Size partSize{64, 48};

/// The tiny network without biases and with weights so large that a grey image gives zeros and any other overflows.
Backbone overflowingBackbone()
{
    Backbone backbone = makeTinyBackbone(5);
    for (auto &[name, tensor] : backbone.tensors.tensors) {
        std::vector<float> values(tensor.bytes.size() / sizeof(float));
        std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
        for (float &value : values)
            value *= name.ends_with(".bias") ? 0.0F : 1e25F;
        tensor = makeTensor(tensor.shape, values);
    }
    backbone.info.name = "overflowing";
    backbone.info.sha256 = backboneSha256(backbone.info, tensorsSha256(backbone.tensors));
    return backbone;
}

} // namespace

/// What training does with images and folders that it cannot use.
class TestTrainingBadImages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(saveBackbone(makeTinyBackbone(5), m_home.path()));
        QVERIFY(saveBackbone(overflowingBackbone(), m_home.path()));
    }

    void imageWithFeaturesThatAreNotFiniteIsSkippedWhole()
    {
        const SampleFolder data;
        for (int i = 0; i < 3; ++i)
            QVERIFY(cv::imwrite(data.below("grey" + std::to_string(i) + ".png").string(),
                                cv::Mat(partSize, CV_8UC3, cv::Scalar::all(127))));
        data.image("noise.png", 1, partSize);
        for (const std::int64_t sample : {0, 5}) {
            TrainRequest request = requestFor(data);
            request.backbone = "overflowing";
            request.holdout = 0.0;
            request.sample = sample;
            if (sample > 0)
                request.coreset.strategy = CoresetStrategy::Offline;
            Notices notices;
            const auto model = train(request, notices.context());
            QVERIFY2(model, model ? "" : model.error().detail.c_str());
            QCOMPARE(model->info.figures.skipped, 1);
            QCOMPARE(model->info.images.size(), 3U);
            QVERIFY(std::isfinite(model->info.figures.coverageRadius));
            QVERIFY(notices.contain("skipped noise.png"));
        }
    }

    void strictCalibrationNamesTheImage()
    {
        const SampleFolder data;
        for (int i = 0; i < 4; ++i)
            data.image("train/good/" + std::to_string(i) + ".png", i, partSize);
        data.image("validation/good/deep.png", 9, partSize, CV_16UC3);
        TrainRequest request = requestFor(data);
        QVERIFY(train(request, {}));
        request.strict = true;
        const auto strict = train(request, {});
        QVERIFY(!strict);
        QVERIFY2(strict.error().detail.find("validation/good/deep.png") != std::string::npos,
                 strict.error().detail.c_str());
    }

    void whatCannotBeListedIsSaid()
    {
        const SampleFolder data;
        for (int i = 0; i < 4; ++i)
            data.image("train/good/" + std::to_string(i) + ".png", i, partSize);
        data.image("test/good/0.png", 7, partSize);
        std::filesystem::create_symlink("nowhere", data.below("test/good/1.png"));
        TrainRequest request = requestFor(data);
        Notices training;
        auto model = train(request, training.context());
        QVERIFY2(model, model ? "" : model.error().detail.c_str());
        QVERIFY(training.contain("test/good/1.png"));
        auto inspector = Inspector::create(std::move(*model), {2, m_home.path()});
        QVERIFY2(inspector, inspector ? "" : inspector.error().detail.c_str());
        EvaluateRequest evaluation;
        evaluation.dataset = request.dataset;
        Notices evaluating;
        QVERIFY(evaluateDataset(**inspector, evaluation, alone(), evaluating.context()));
        QVERIFY(evaluating.contain("test/good/1.png"));
        request.strict = evaluation.strict = true;
        const auto trained = train(request, {});
        const auto evaluated = evaluateDataset(**inspector, evaluation, alone(), {});
        QVERIFY(!trained && !evaluated);
        QVERIFY(trained.error().detail.find("test/good/1.png") != std::string::npos);
        QVERIFY(evaluated.error().detail.find("test/good/1.png") != std::string::npos);
    }

    void roughScaleIsSaid()
    {
        const SampleFolder data;
        for (int i = 0; i < 6; ++i)
            data.image("train/good/" + std::to_string(i) + ".png", i, partSize);
        for (int i = 0; i < 9; ++i)
            data.image("validation/good/" + std::to_string(i) + ".png", 20 + i, partSize);
        Notices nine;
        QVERIFY(train(requestFor(data), nine.context()));
        QVERIFY(nine.contain("rough"));
        data.image("validation/good/9.png", 29, partSize);
        Notices ten;
        QVERIFY(train(requestFor(data), ten.context()));
        QVERIFY(!ten.contain("rough"));
    }

    void missedShareIsSaid()
    {
        const SampleFolder data;
        std::string groups = "image,group\n";
        for (int i = 0; i < 8; ++i) {
            data.image("train/good/" + std::to_string(i) + ".png", i, partSize);
            groups += "train/good/" + std::to_string(i) + ".png,lot\n";
        }
        data.text("groups.csv", groups);
        Notices notices;
        const auto model = train(requestFor(data), notices.context());
        QVERIFY2(model, model ? "" : model.error().detail.c_str());
        QCOMPARE(model->info.images.size(), 8U);
        QVERIFY(notices.contain("0 good images are held out for the score scale, not 2"));
    }

private:
    TrainRequest requestFor(const SampleFolder &data) const
    {
        TrainRequest request;
        request.dataset = openDataset(data.path()).value();
        request.backbone = "tiny";
        request.backboneFolder = m_home.path();
        request.coreset.bankSize = 50;
        request.threads = 2;
        return request;
    }

    SampleFolder m_home;
};

QTEST_APPLESS_MAIN(TestTrainingBadImages)
#include "tst_training_bad_images.moc"
