#pragma once

#include "ui/canvas/display_image.h"
#include "ui/canvas/scene_picture.h"
#include "ui/canvas/view_transform.h"
#include "ui/jobs/tile_feed.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace patina {

/// An image with its score map as the canvas draws it: in tiles that are coloured once and scaled once for a zoom, so
/// that panning only copies them. Tiles that are not in memory are asked for; until they are there, what is known of
/// a coarser level stands in their place. Never waits.
class Scene : public QObject
{
    Q_OBJECT
public:
    /// Of tiles that are kept.
    static constexpr qint64 kMemoryBytes = qint64{384} << 20;

    explicit Scene(QObject *parent = nullptr, qint64 mostBytes = kMemoryBytes);

    void setImage(std::shared_ptr<const DisplayImage> image);
    void setHeat(std::shared_ptr<const HeatLayer> heat);
    void setHeatVisible(bool visible);
    void setStyle(const HeatStyle &style);
    /// None: as usual for the image.
    void setTone(const std::optional<ToneWindow> &tone);

    const std::shared_ptr<const DisplayImage> &image() const { return m_image; }
    const std::shared_ptr<const HeatLayer> &heat() const { return m_heat; }
    bool heatVisible() const { return m_heatVisible; }
    const HeatStyle &style() const { return m_style; }
    /// The window that is used.
    ToneWindow tone() const;

    /// \param painter in device pixels.
    void paint(QPainter &painter, const ViewTransform &view);
    /// The whole image, small; null: there is none.
    const QImage &overview() { return overview(m_whole.use); }
    const QImage &overview(PictureUse use);
    /// None outside the image and where it is not in memory; then it is loaded, and changed() comes.
    std::optional<PixelValue> valueAt(QPoint imagePixel);
    /// Was the last thing that was painted sharp, as far as it ever will be?
    bool settled() const { return m_settled && !(m_image && m_image->growing()) && !m_feed.running(); }
    qint64 memoryBytes() const { return m_bytes; }

signals:
    /// Painted again it would look sharper, or valueAt() knows more.
    void changed();

private:
    struct Tile
    {
        cv::Mat stored;
        QImage picture;
        quint64 look = 0; ///< in which the picture was made
        PictureUse use = PictureUse::Reduced;
        QImage scaled; ///< the picture at the zoom that it was drawn at last
        quint64 used = 0;
    };
    struct Whole
    {
        int rows = 0; ///< of the image's picture that went in
        quint64 look = 0;
        PictureUse use = PictureUse::Reduced;
        QImage picture;
    };

    void lookChanged();
    void takeTiles(const std::vector<TileFeed::Loaded> &tiles);
    void askFor(const ViewTransform &view, int level, const std::vector<TileKey> &missing);
    Tile *tileAt(const TileKey &key);
    bool timeIsOver() const;
    bool refresh(const TileKey &key, Tile &tile, double scale);
    PixelGrid gridOf(const TileKey &key) const;
    void paintTile(QPainter &painter, const ViewTransform &view, const TileKey &key, Tile &tile);
    bool paintStandIn(QPainter &painter, const ViewTransform &view, const TileKey &key);
    void paintWhole(QPainter &painter, const ViewTransform &view, const QRectF &imageArea);
    void forgetOld();
    static qint64 bytesOf(const Tile &tile);

    std::shared_ptr<const DisplayImage> m_image;
    std::shared_ptr<const HeatLayer> m_heat;
    HeatStyle m_style;
    bool m_heatVisible = true;
    std::optional<ToneWindow> m_tone;
    SceneLook m_look;
    quint64 m_lookNumber = 1;
    std::map<TileKey, Tile> m_tiles;
    Whole m_whole;
    qint64 m_mostBytes;
    qint64 m_bytes = 0;
    quint64 m_frame = 0;
    int m_madeInFrame = 0;     ///< pictures of tiles, coloured or scaled
    QElapsedTimer m_frameTime; ///< tiles are coloured and scaled until a frame's time is over
    bool m_settled = true;
    std::optional<TileKey> m_underCursor;
    std::vector<TileKey> m_asked;
    TileFeed m_feed;
    QTimer m_growth; ///< looks for more while the pyramid grows
};

} // namespace patina
