#include "core/base/atomic_file.h"
#include "ui/charts/chart.h"
#include "ui/charts/chart_plot.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <utility>

namespace patina {

namespace {

constexpr int kScale = 2;
constexpr QSize kSmallest{640, 400}; // a chart in a small dock shall be legible on paper
constexpr double kPointsPerInch = 72.0;

Result<void> write(const QString &file, const QByteArray &bytes)
{
    auto target = AtomicFile::create(pathOf(file));
    if (!target)
        return failFrom(std::move(target));
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (auto written = target->write(text); !written)
        return written;
    return target->commit();
}

} // namespace

QSize Chart::fileSize() const
{
    return size().expandedTo(kSmallest);
}

/// Paper has colours of its own; the widget gets its back at once, so that nothing is seen of it.
void Chart::render(QPaintDevice &device)
{
    const ChartTheme screen = m_theme;
    const bool focusShown = std::exchange(m_focusShown, false);
    setTheme(ChartTheme::print(font(), locale()));
    arrange(fileSize(), m_title);
    m_plot->render(device, fileSize());
    m_focusShown = focusShown;
    setTheme(screen);
    arrange(size(), {});
    m_plot->replotNow();
}

QImage Chart::picture()
{
    QImage image(fileSize() * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(Qt::white);
    render(image);
    return image;
}

QByteArray Chart::encoded(ChartFormat format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QSize size = fileSize();
    switch (format) {
    case ChartFormat::Png:
        picture().save(&buffer, "PNG");
        break;
    case ChartFormat::Svg: {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setTitle(m_title);
        generator.setSize(size);
        generator.setViewBox(QRect(QPoint(0, 0), size));
        generator.setResolution(logicalDpiX());
        render(generator);
        break;
    }
    case ChartFormat::Pdf: {
        QPdfWriter writer(&buffer);
        writer.setTitle(m_title);
        writer.setCreator(QStringLiteral("Patina"));
        writer.setResolution(logicalDpiX());
        writer.setPageSize(QPageSize(QSizeF(size) * (kPointsPerInch / logicalDpiX()), QPageSize::Point));
        writer.setPageMargins({});
        render(writer);
        break;
    }
    case ChartFormat::Csv:
        bytes = QByteArray::fromStdString(m_content->csv());
        break;
    }
    return bytes;
}

bool Chart::exportTo(const QString &file, ChartFormat format)
{
    if (auto written = write(file, encoded(format)); !written) {
        emit failed(tr("The chart was not exported. %1").arg(Text::error(written.error())));
        return false;
    }
    return true;
}

} // namespace patina
