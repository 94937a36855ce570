#include "ui/text/window_words.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace patina {

namespace {

/// The first that fits a place is taken; names of fields are English, as the sentences are.
const std::array<std::pair<const char *, const char *>, 21> kWords{{
    {R"(give --memory (\d+)MiB)", R"(set the memory budget to \1 MiB)"},
    {R"(name (another \w+|a file) with --out)", R"(name \1 to write to)"},
    {R"(make it or name another with --out)", R"(make it, or write elsewhere)"},
    {R"(give --suspects (another|a new or empty) folder)", R"(write the model elsewhere)"},
    {R"(--resume goes on with (it|them))", R"(Resume goes on with \1)"},
    {R"((begin|train) anew without --resume)", R"(begin anew)"},
    {R"(leave out --resume, or say with --checkpoint where it is)", R"(begin anew)"},
    {R"(--like names no good images; name a)", R"(there are no good images; choose a)"},
    {R"(ask for smaller images with --size)", R"(make smaller ones)"},
    {R"(images of --like)", R"(real images)"},
    {R"(name (real images|the images anew) with --like)", R"(choose \1)"},
    {R"(shorten the list of --exclude)", R"(shorten the list of what is kept out)"},
    {R"(name fewer --exclude-labels)", R"(keep fewer kinds of labels out)"},
    {R"(leave --projection out)", R"(set the projection to automatic)"},
    {R"(train without --init)", R"(start from no model)"},
    {R"(larger --bank-size, or --keep reduce)", R"(larger bank, or let its rows compete)"},
    {R"(trust it \(--trust-code\))", R"(say that you trust its code)"},
    {R"(replace it \(--replace\))", R"(replace it)"},
    {R"(\(train --holdout, )", R"((Held out, )"},
    {R"(, or give the --shards it began with)", R"()"},
    {R"(state a halo with --halo)", R"(import it with patina-cli backbone import --halo)"},
}};

} // namespace

QString windowWords(QString sentence)
{
    for (const auto &[option, field] : kWords)
        sentence.replace(QRegularExpression(QLatin1String(option)), QLatin1String(field));
    return sentence;
}

} // namespace patina
