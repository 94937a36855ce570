#include "ui/text/reason_words.h"

#include "ui/text/text.h"

#include <QRegularExpression>

#include <array>
#include <optional>
#include <vector>

namespace patina {

namespace {

/// A sentence of core: numbers stand as #, classes and policies as @.
struct Form
{
    const char *core;
    const char *words; ///< with %1, %2, ... for them
};

constexpr std::array kForms{
    Form{"there is no image to rank", QT_TRANSLATE_NOOP("ReasonWords", "There is no image to rank.")},
    Form{"there is no anomalous image among # good ones",
         QT_TRANSLATE_NOOP("ReasonWords", "All %1 images are good: none with a defect is among them.")},
    Form{"there is no good image among # anomalous ones",
         QT_TRANSLATE_NOOP("ReasonWords", "All %1 images have defects: no good one is among them.")},
    Form{"ranking takes good and anomalous images, there are # and #",
         QT_TRANSLATE_NOOP("ReasonWords", "It takes good images and images with defects; there are %1 and %2.")},
    Form{"no defect is outlined: # anomalous images have no mask",
         QT_TRANSLATE_NOOP("ReasonWords", "No defect is outlined: %1 images with defects have no mask.")},
    Form{"there is no defect pixel", QT_TRANSLATE_NOOP("ReasonWords", "There is no pixel of a defect.")},
    Form{"there is no normal pixel", QT_TRANSLATE_NOOP("ReasonWords", "There is no normal pixel.")},
    Form{"no image has an outlined defect", QT_TRANSLATE_NOOP("ReasonWords", "No image has an outlined defect.")},
    Form{"false positive rates down to 1e-5 need # pixels of good images, there are #",
         QT_TRANSLATE_NOOP("ReasonWords", "It needs %1 pixels of good images; there are %2.")},
    Form{"its threshold needs score maps of defect-free validation images",
         QT_TRANSLATE_NOOP("ReasonWords", "Its threshold comes from good validation images, of which there are none.")},
    Form{"there is no outlined defect", QT_TRANSLATE_NOOP("ReasonWords", "There is no outlined defect.")},
    Form{"there is no outlined defect of class @",
         QT_TRANSLATE_NOOP("ReasonWords", "There is no outlined defect of class %1.")},
    Form{"there is no outlined region of class @",
         QT_TRANSLATE_NOOP("ReasonWords", "There is no outlined region of class %1.")},
    Form{"# of # escaped: the exact bound is for no escape",
         QT_TRANSLATE_NOOP("ReasonWords", "%1 of %2 escaped: the exact bound is for no escape.")},
    Form{"quartiles of size need 4 outlined defects, there are #",
         QT_TRANSLATE_NOOP("ReasonWords", "Quarters by size need 4 outlined defects; there are %1.")},
    Form{"quartiles of size need 4 outlined defects of class @, there are #",
         QT_TRANSLATE_NOOP("ReasonWords", "Quarters by size need 4 outlined defects of class %1; there are %2.")},
    Form{"too many outlined defects are of one size: none is left for this quartile",
         QT_TRANSLATE_NOOP("ReasonWords", "Too many defects are of one size: none is left for this quarter.")},
    Form{"too many outlined defects of class @ are of one size: none is left for this quartile",
         QT_TRANSLATE_NOOP("ReasonWords",
                           "Too many defects of class %1 are of one size: none is left for this quarter.")},
    Form{"@ counts as a defect under this policy",
         QT_TRANSLATE_NOOP("ReasonWords", "%1 counts as a defect under this policy.")},
    Form{"@ is ignored under this policy", QT_TRANSLATE_NOOP("ReasonWords", "%1 is left out under this policy.")},
    Form{"@ counts as a defect under the policy @",
         QT_TRANSLATE_NOOP("ReasonWords", "%1 counts as a defect under one of the policies (%2).")},
    Form{"@ is harmless under the policy @",
         QT_TRANSLATE_NOOP("ReasonWords", "%1 is harmless under one of the policies (%2).")},
    Form{"@ is ignored under the policy @",
         QT_TRANSLATE_NOOP("ReasonWords", "%1 is left out under one of the policies (%2).")},
    Form{"there is no good image", QT_TRANSLATE_NOOP("ReasonWords", "There is no good image.")},
    Form{"counting regions at # needs the score maps",
         QT_TRANSLATE_NOOP("ReasonWords",
                           "Regions are counted at thresholds in hundredths; at %1 it takes the score maps.")},
    Form{"on # of # resamples of the groups it has no meaning",
         QT_TRANSLATE_NOOP("ReasonWords", "On %1 of %2 resamples of the groups it has no meaning.")},
    Form{"no resamples were asked for", QT_TRANSLATE_NOOP("ReasonWords", "No resamples were asked for.")},
    Form{"resampling needs at least 2 groups of images, there is #",
         QT_TRANSLATE_NOOP("ReasonWords", "Resampling needs two groups of images; there is %1.")},
    Form{"the model is uncalibrated", QT_TRANSLATE_NOOP("ReasonWords", "The model is uncalibrated.")},
    Form{"it has not been scored", QT_TRANSLATE_NOOP("ReasonWords", "It is not scored yet.")},
    Form{"scoring it failed", QT_TRANSLATE_NOOP("ReasonWords", "Scoring it failed.")},
    Form{"its score map was not kept: score it again",
         QT_TRANSLATE_NOOP("ReasonWords", "Its score map was not kept: score it again.")},
    Form{"the file has changed since it was added to the project",
         QT_TRANSLATE_NOOP("ReasonWords", "The file has changed since it was added to the project.")}};

struct Known
{
    QRegularExpression core;
    const char *words = nullptr;
    std::vector<bool> isClass; ///< of what stands in it
};

std::vector<Known> knownForms()
{
    std::vector<Known> known;
    for (const Form &form : kForms) {
        QString pattern = QRegularExpression::escape(QString::fromLatin1(form.core));
        Known one;
        one.words = form.words;
        for (const char *c = form.core; *c != '\0'; ++c)
            if (*c == '#' || *c == '@')
                one.isClass.push_back(*c == '@');
        pattern.replace(QStringLiteral("\\#"), QStringLiteral("(-?[0-9.e+-]+)"));
        pattern.replace(QStringLiteral("\\@"), QStringLiteral("(.+?)"));
        one.core = QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                      QRegularExpression::DotMatchesEverythingOption);
        known.push_back(std::move(one));
    }
    return known;
}

struct Recognised
{
    const Known *form = nullptr;
    QStringList values;
};

std::optional<Recognised> recognised(const std::string &reason)
{
    static const std::vector<Known> forms = knownForms();
    const QString text = QString::fromStdString(reason);
    for (const Known &form : forms)
        if (const auto match = form.core.match(text); match.hasMatch())
            return Recognised{&form, match.capturedTexts().mid(1)};
    return std::nullopt;
}

} // namespace

QString ReasonWords::why(const std::string &reason)
{
    const auto found = recognised(reason);
    if (!found)
        return QString::fromStdString(reason);
    QString words = tr(found->form->words);
    for (qsizetype i = found->values.size() - 1; i >= 0; --i) { // %1 last: a class may be called %2
        const QString &value = found->values[i];
        words.replace(QStringLiteral("%%1").arg(i + 1),
                      found->form->isClass[static_cast<std::size_t>(i)] ? Text::className(value.toStdString()) : value);
    }
    return words;
}

bool ReasonWords::isKnown(const std::string &reason)
{
    return recognised(reason).has_value();
}

} // namespace patina
