#pragma once

#include <QWidget>

#include <array>

namespace patina {

/// A bar of memory: parts beside each other, and a mark where the budget ends. Says nothing in words but its accessible
/// description; the words stand beside it.
class MemoryBar : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t kParts = 4;

    explicit MemoryBar(QWidget *parent = nullptr);

    /// \param parts bytes; 0: the part is not there. \param budget bytes; 0: none.
    void show(const std::array<qint64, kParts> &parts, qint64 budget);
    const std::array<qint64, kParts> &parts() const { return m_parts; }
    qint64 total() const;
    qint64 budget() const { return m_budget; }
    /// In the order of the parts.
    QColor colourOf(std::size_t part) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<qint64, kParts> m_parts{};
    qint64 m_budget = 0;
};

} // namespace patina
