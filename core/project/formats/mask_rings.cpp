#include "core/project/formats/mask_rings.h"

#include "core/project/formats/foreign_labels.h"

#include <algorithm>
#include <tuple>

namespace patina::formats {

namespace {

/// A horizontal piece of the outline, with the mask on its right hand: the upper edge of pixels is walked to the right,
/// the lower one to the left.
struct Piece
{
    int y = 0;
    int from = 0; ///< x
    int to = 0;
    std::size_t next = 0;
    bool walked = false;
};

/// Columns of `a` that are not in `b`, as pieces at height y.
void appendPieces(std::span<const MaskRun> a, std::span<const MaskRun> b, int y, bool upper, std::vector<Piece> &pieces)
{
    auto cut = b.begin();
    const auto take = [&](int begin, int end) {
        if (begin < end)
            pieces.push_back({y, upper ? begin : end, upper ? end : begin});
    };
    for (const MaskRun &run : a) {
        int from = run.begin;
        while (cut != b.end() && cut->end <= from)
            ++cut;
        for (auto at = cut; at != b.end() && at->begin < run.end; ++at) {
            take(from, at->begin);
            from = std::max(from, at->end);
        }
        take(from, run.end);
    }
}

std::vector<Piece> piecesOf(const RunMask &mask)
{
    std::vector<Piece> pieces;
    std::span<const MaskRun> left = mask.runs();
    std::span<const MaskRun> above;
    while (!left.empty() || !above.empty()) {
        const int row = above.empty() ? left.front().row : above.front().row + 1;
        const auto end = std::ranges::find_if(left, [&](const MaskRun &run) { return run.row != row; });
        const auto present = left.first(static_cast<std::size_t>(end - left.begin()));
        left = left.subspan(present.size());
        appendPieces(above, present, row, false, pieces);
        appendPieces(present, above, row, true, pieces);
        above = present;
    }
    return pieces;
}

/// The ends of pieces, column by column, two by two from above, are joined by vertical pieces. Where two pixels meet at
/// a corner, the lower edge of the upper one comes first, which keeps them apart.
void link(std::vector<Piece> &pieces)
{
    struct End
    {
        int x;
        int y;
        bool upper; ///< of the upper edge of pixels
        bool starts;
        std::size_t piece;
    };
    std::vector<End> ends;
    ends.reserve(2 * pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool upper = pieces[i].from < pieces[i].to;
        ends.push_back({pieces[i].from, pieces[i].y, upper, true, i});
        ends.push_back({pieces[i].to, pieces[i].y, upper, false, i});
    }
    std::ranges::sort(ends, {}, [](const End &end) { return std::tuple(end.x, end.y, end.upper); });
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
        const End &to = ends[i].starts ? ends[i] : ends[i + 1];
        const End &from = ends[i].starts ? ends[i + 1] : ends[i];
        pieces[from.piece].next = to.piece;
    }
}

} // namespace

MaskRings ringsOf(const RunMask &mask)
{
    std::vector<Piece> pieces = piecesOf(mask);
    link(pieces);
    MaskRings rings;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        std::vector<cv::Point> ring;
        std::int64_t area = 0; // between the pieces and the upper edge of the image, by their directions
        for (std::size_t at = i; !pieces[at].walked; at = pieces[at].next) {
            Piece &piece = pieces[at];
            piece.walked = true;
            ring.push_back({piece.from, piece.y});
            ring.push_back({piece.to, piece.y});
            area += std::int64_t{piece.from - piece.to} * piece.y;
        }
        if (!ring.empty())
            (area > 0 ? rings.outer : rings.holes).push_back(std::move(ring));
    }
    return rings;
}

std::vector<std::vector<cv::Point>> plainRings(const RunMask &mask)
{
    MaskRings rings = ringsOf(mask);
    const bool large = rings.outer.size() > mostRings ||
                       std::ranges::any_of(rings.outer, [](const auto &ring) { return ring.size() > mostCorners; });
    return rings.holes.empty() && !large ? std::move(rings.outer) : std::vector<std::vector<cv::Point>>();
}

} // namespace patina::formats
