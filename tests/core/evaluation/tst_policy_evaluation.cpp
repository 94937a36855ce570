#include "core/evaluation/policy_evaluation.h"

#include <QTest>

#include <random>

using namespace patina;

namespace {

const std::vector<LabelClass> classes{
    {"crack", ClassKind::Defect}, {"stain", ClassKind::Impurity}, {"doubt", ClassKind::Ambiguous}};

struct Case
{
    ImageTruth truth;
    cv::Mat map;
};

cv::Mat blob(cv::Size size, std::mt19937 &random)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    const int x = static_cast<int>(random() % 20);
    const int y = static_cast<int>(random() % 20);
    mask(cv::Rect(x, y, 3 + static_cast<int>(random() % 8), 2 + static_cast<int>(random() % 8))).setTo(255);
    return mask;
}

/// Images with every combination of labels, of the good folder and of others.
std::vector<Case> cases()
{
    std::mt19937 random(7);
    std::vector<Case> all;
    const cv::Size size(32, 30);
    for (int i = 0; i < 32; ++i) {
        Case one;
        one.truth.id = "image " + std::to_string(i);
        one.truth.group = "part " + std::to_string(i / 2);
        one.truth.labels.size = size;
        for (int c = 0; c < 3; ++c)
            if ((i >> c) & 1)
                one.truth.labels.layers.push_back({c, blob(size, random)});
        if (i % 5 == 4)
            one.truth.className = classes[static_cast<std::size_t>(i % 3)].name;
        one.map = cv::Mat(size, CV_32FC1);
        std::uniform_real_distribution<float> score(0.0F, 2.0F);
        for (auto p = one.map.begin<float>(); p != one.map.end<float>(); ++p)
            *p = score(random);
        all.push_back(std::move(one));
    }
    return all;
}

PolicyEvaluation::RenderMap renderOf(const Case &one)
{
    return [&one](const auto &sink) -> Result<double> {
        for (int row = 0; row < one.map.rows; row += 7)
            if (auto taken = sink(row, one.map.rowRange(row, std::min(row + 7, one.map.rows))); !taken)
                return tl::unexpected(taken.error());
        double largest = 0.0;
        cv::minMaxLoc(one.map, nullptr, &largest);
        return largest;
    };
}

EvaluationSettings usualSettings()
{
    EvaluationSettings settings;
    settings.reviewThreshold = 1.7;
    settings.rejectThreshold = 1.9;
    settings.bootstrap.resamples = 50;
    return settings;
}

} // namespace

class PolicyEvaluationTest : public QObject
{
    Q_OBJECT
private slots:
    void onlyPoliciesThatDifferAreListed()
    {
        QCOMPARE(differingPolicies({{"crack", ClassKind::Defect}}), std::vector{LabelPolicy()});
        QCOMPARE(differingPolicies({{"stain", ClassKind::Impurity}}).size(), 3U);
        QCOMPARE(differingPolicies({{"doubt", ClassKind::Ambiguous}}).size(), 3U);
        const auto all = differingPolicies(classes);
        QCOMPARE(all.size(), 9U);
        QCOMPARE(all.front(), LabelPolicy());
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(policyIndex(all, all[i], classes), static_cast<int>(i));
    }

    void aPolicyIsFoundByWhatItMakesOfTheClasses()
    {
        const std::vector<LabelClass> crack{{"crack", ClassKind::Defect}};
        const LabelPolicy harsh{ImpurityPolicy::Defect, AmbiguousPolicy::Defect};
        QCOMPARE(policyIndex(differingPolicies(crack), harsh, crack), 0);
        QCOMPARE(policyIndex({LabelPolicy()}, harsh, classes), -1);
    }

    void eachPolicyComesOutAsIfItWereAlone()
    {
        const auto policies = differingPolicies(classes);
        auto together = PolicyEvaluation::create(classes, policies, usualSettings());
        QVERIFY(together);
        const auto images = cases();
        std::size_t blobs = 0;
        for (const Case &one : images) {
            auto evaluated = together->evaluated(one.truth, renderOf(one));
            QVERIFY2(evaluated, evaluated ? "" : evaluated.error().detail.c_str());
            blobs += evaluated->figures.size();
            QVERIFY(together->add(*evaluated));
        }
        QVERIFY2(blobs < images.size() * policies.size(), "images without a label are evaluated once");
        for (std::size_t i = 0; i < policies.size(); ++i) {
            EvaluationSettings settings = usualSettings();
            settings.policy = policies[i];
            auto alone = Evaluator::create(classes, settings);
            QVERIFY(alone);
            for (const Case &one : images) {
                double largest = 0.0;
                cv::minMaxLoc(one.map, nullptr, &largest);
                QVERIFY(alone->addImage(one.truth, largest, one.map));
            }
            const Evaluation expected = alone->evaluate();
            const Evaluation found = together->evaluation(i);
            QCOMPARE(found.outcomes.images, expected.outcomes.images);
            QCOMPARE(found.outcomes.defects, expected.outcomes.defects);
            QCOMPARE(found.outcomes.impurities, expected.outcomes.impurities);
            const auto a = flatFigures(found);
            const auto b = flatFigures(expected);
            QCOMPARE(a.size(), b.size());
            for (std::size_t k = 0; k < a.size(); ++k) {
                QCOMPARE(a[k].name, b[k].name);
                QVERIFY2(a[k].figure == b[k].figure, a[k].name.c_str());
            }
        }
    }

    void aCodedImageIsTheSame()
    {
        auto together = PolicyEvaluation::create(classes, differingPolicies(classes), usualSettings());
        QVERIFY(together);
        const auto images = cases();
        const auto evaluated = together->evaluated(images[7].truth, renderOf(images[7]));
        QVERIFY(evaluated);
        const auto bytes = evaluated->encoded();
        const auto decoded = EvaluatedImage::decoded(bytes);
        QVERIFY(decoded);
        QCOMPARE(*decoded, *evaluated);
        for (std::size_t length = 0; length < bytes.size(); length += 1 + length / 16)
            QVERIFY(!EvaluatedImage::decoded(std::span(bytes).first(length)));
        auto out = *evaluated;
        out.ofPolicy[0] = 99;
        QVERIFY(!EvaluatedImage::decoded(out.encoded()));
    }

    void aDamagedPartOfAnImageAddsNothing()
    {
        auto together = PolicyEvaluation::create(classes, differingPolicies(classes), usualSettings());
        QVERIFY(together);
        const auto images = cases();
        const auto sound = together->evaluated(images[0].truth, renderOf(images[0]));
        QVERIFY(sound);
        QVERIFY(together->add(*sound));
        std::size_t damaged = 0;
        for (const Case &one : images) {
            auto evaluated = together->evaluated(one.truth, renderOf(one));
            QVERIFY(evaluated);
            // The last of several: the others could be added.
            evaluated->figures.back().resize(evaluated->figures.back().size() / 2);
            damaged += evaluated->figures.size() > 1 ? 1 : 0;
            QCOMPARE(together->add(*evaluated).error().code, ErrorCode::BadFormat);
        }
        for (std::size_t i = 0; i < together->policies().size(); ++i)
            QCOMPARE(together->evaluation(i).outcomes.images.size(), 1U);
        QVERIFY(damaged > 0);
    }

    void whatIsTakenOutLeavesNoTrace()
    {
        const auto images = cases();
        EvaluationSettings settings = usualSettings();
        settings.bootstrap.resamples = 0;
        auto all = PolicyEvaluation::create(classes, differingPolicies(classes), settings);
        QVERIFY(all);
        std::vector<EvaluatedImage> evaluated;
        for (const Case &one : images) {
            evaluated.push_back(all->evaluated(one.truth, renderOf(one)).value());
            QVERIFY(all->add(evaluated.back()));
        }
        for (std::size_t gone = 0; gone < images.size(); gone += 3) {
            PolicyEvaluation without = all->emptied();
            for (std::size_t i = 0; i < images.size(); ++i)
                if (i != gone)
                    QVERIFY(without.add(evaluated[i]));
            // Only what stands there goes.
            QVERIFY(!all->remove(evaluated[gone], (gone + 1) % images.size()));
            QVERIFY(all->remove(evaluated[gone], gone));
            for (std::size_t i = 0; i < all->policies().size(); ++i) {
                const Evaluation found = all->evaluation(i);
                const Evaluation expected = without.evaluation(i);
                QCOMPARE(found.outcomes.images, expected.outcomes.images);
                QCOMPARE(found.outcomes.defects, expected.outcomes.defects);
                QCOMPARE(found.curves.pixelPr, expected.curves.pixelPr);
                const auto a = flatFigures(found);
                const auto b = flatFigures(expected);
                for (std::size_t k = 0; k < a.size(); ++k)
                    QVERIFY2(a[k].figure == b[k].figure, a[k].name.c_str());
            }
            QVERIFY(all->insert(evaluated[gone], gone));
        }
    }

    void whatFailsWhileItIsMadeAddsNothing()
    {
        auto together = PolicyEvaluation::create(classes, {LabelPolicy()}, usualSettings());
        QVERIFY(together);
        const auto images = cases();
        const auto failing = [](const auto &) -> Result<double> { return fail(ErrorCode::Unreadable, "gone"); };
        QCOMPARE(together->evaluated(images[0].truth, failing).error().code, ErrorCode::Unreadable);
        const auto few = [&](const auto &sink) -> Result<double> {
            return sink(0, images[0].map.rowRange(0, 3)).map([] { return 1.0; });
        };
        QVERIFY(!together->evaluated(images[0].truth, few));
        QCOMPARE(together->evaluation(0).outcomes.images.size(), 0U);
    }
};

QTEST_GUILESS_MAIN(PolicyEvaluationTest)
#include "tst_policy_evaluation.moc"
