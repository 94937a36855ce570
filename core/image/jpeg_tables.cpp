#include "core/image/jpeg_tables.h"

#include "core/image/jpeg_decoder.h"

#include <algorithm>

namespace patina {

namespace {

bool isOneOrTwo(int value)
{
    return value == 1 || value == 2;
}

bool copySteps(const jpeg_decompress_struct &jpeg, int component, std::array<float, 64> &steps)
{
    const int table = jpeg.comp_info[component].quant_tbl_no;
    if (table < 0 || table >= NUM_QUANT_TBLS || jpeg.quant_tbl_ptrs[table] == nullptr)
        return false;
    std::ranges::transform(jpeg.quant_tbl_ptrs[table]->quantval, steps.begin(),
                           [](UINT16 step) { return std::max(1.0F, static_cast<float>(step)); });
    return true;
}

} // namespace

std::optional<JpegTables> readJpegTables(std::span<const std::uint8_t> head)
{
    detail::JpegDecoder decoder;
    const bool read = decoder.ready() && decoder.run([head](jpeg_decompress_struct &jpeg) {
        jpeg_mem_src(&jpeg, head.data(), head.size());
        jpeg_read_header(&jpeg, TRUE);
    });
    if (!read)
        return std::nullopt;
    const jpeg_decompress_struct &jpeg = decoder.jpeg();
    JpegTables tables;
    tables.size = {static_cast<int>(jpeg.image_width), static_cast<int>(jpeg.image_height)};
    const bool grey = jpeg.jpeg_color_space == JCS_GRAYSCALE;
    if (!grey && (jpeg.jpeg_color_space != JCS_YCbCr || jpeg.num_components != 3))
        return std::nullopt;
    if (!copySteps(jpeg, 0, tables.steps[0]) || !copySteps(jpeg, grey ? 0 : 1, tables.steps[1]))
        return std::nullopt;
    if (grey)
        return tables;
    const jpeg_component_info *parts = jpeg.comp_info;
    const auto isWhole = [](const jpeg_component_info &colour) {
        return colour.h_samp_factor == 1 && colour.v_samp_factor == 1;
    };
    tables.pixelsPerColour = {parts[0].h_samp_factor, parts[0].v_samp_factor};
    const bool known = isWhole(parts[1]) && isWhole(parts[2]) && parts[1].quant_tbl_no == parts[2].quant_tbl_no &&
                       isOneOrTwo(tables.pixelsPerColour.width) && isOneOrTwo(tables.pixelsPerColour.height);
    return known ? std::optional(tables) : std::nullopt;
}

} // namespace patina
