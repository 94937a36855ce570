#include "core/pipeline/rank_messages.h"

#include <array>

namespace patina {

Bytes bytesOfText(std::string_view text)
{
    return {text.begin(), text.end()};
}

std::string textOfBytes(const Bytes &bytes)
{
    return {bytes.begin(), bytes.end()};
}

Bytes bankMessage(const Model &model)
{
    const std::array dim{static_cast<std::int32_t>(model.bank.dim())};
    return packed({bytesOfText(modelInfoToJson(model.info)), bytesOfValues<std::int32_t>(dim),
                   bytesOfValues(model.bank.values()), bytesOfValues(std::span(model.origins))});
}

Result<Model> bankOfMessage(const Bytes &message)
{
    const auto unsound = [] { return fail(ErrorCode::BadFormat, "a bank came damaged from another rank"); };
    auto parts = unpacked(message);
    if (!parts || parts->size() != 4)
        return unsound();
    auto info = modelInfoFromJson(textOfBytes((*parts)[0]));
    const auto dim = valuesOfBytes<std::int32_t>((*parts)[1]);
    const auto values = valuesOfBytes<float>((*parts)[2]);
    auto origins = valuesOfBytes<PatchRef>((*parts)[3]);
    if (!info)
        return failFrom(std::move(info));
    if (!dim || dim->size() != 1 || !values || !origins ||
        values->size() != origins->size() * static_cast<std::size_t>(dim->front()))
        return unsound();
    Model model;
    model.info = std::move(*info);
    model.bank = FeatureMatrix(std::ssize(*origins), dim->front());
    std::ranges::copy(*values, model.bank.data());
    model.origins = std::move(*origins);
    model.support.assign(model.origins.size(), -1);
    return model;
}

} // namespace patina
