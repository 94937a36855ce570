#include "core/report/inputs_digest.h"

#include "core/base/sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace patina {

namespace {

void addLine(Sha256 &sum, const nlohmann::json &line)
{
    const std::string text = line.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n";
    sum.update({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

Result<DigestItem> itemOf(const ImageRecord &record, const std::map<std::string, std::string> &known,
                          const JobContext &context)
{
    const auto read = known.find(record.id);
    auto image = read == known.end() ? sha256OfFile(record.path, context) : Result<std::string>(read->second);
    if (!image)
        return failFrom(std::move(image));
    DigestItem item{record.id, std::move(*image), record.className, record.group, {}};
    for (const MaskFile &mask : record.masks) {
        auto sum = sha256OfFile(mask.path, context);
        if (!sum)
            return failFrom(std::move(sum));
        item.labels.emplace_back(mask.className, std::move(*sum));
    }
    return item;
}

} // namespace

InputsDigest inputsDigest(std::vector<DigestItem> items, std::vector<LabelClass> classes)
{
    Sha256 sum;
    std::ranges::sort(classes, {}, &LabelClass::name);
    for (const LabelClass &one : classes)
        addLine(sum, nlohmann::json::array({"class", one.name, classKindName(one.kind)}));
    std::ranges::sort(items, {}, &DigestItem::id);
    InputsDigest digest;
    for (DigestItem &item : items) {
        std::ranges::sort(item.labels);
        nlohmann::json labels = nlohmann::json::array();
        for (const auto &[className, sha256] : item.labels)
            labels.push_back(nlohmann::json::array({className, sha256}));
        digest.labels += std::ssize(item.labels);
        addLine(sum, nlohmann::json::array({"image", item.id, item.sha256, item.className, item.group, labels}));
    }
    digest.images = std::ssize(items);
    digest.sha256 = sum.finish();
    return digest;
}

Result<InputsDigest> inputsDigest(const Dataset &dataset, const JobContext &context,
                                  const std::map<std::string, std::string> &known)
{
    std::vector<const ImageRecord *> records = dataset.ofSplit(Split::Test);
    for (const ImageRecord *record : dataset.ofSplit(Split::Validation))
        if (record->isGood())
            records.push_back(record);
    std::vector<DigestItem> items;
    for (const ImageRecord *record : records) {
        context.report("digest", std::ssize(items), std::ssize(records));
        auto item = itemOf(*record, known, context);
        if (!item)
            return failFrom(std::move(item));
        items.push_back(std::move(*item));
    }
    context.report("digest", std::ssize(items), std::ssize(records));
    return inputsDigest(std::move(items), dataset.classes);
}

} // namespace patina
