#pragma once

#include "ui/document/document.h"
#include "ui/document/project_document.h"

#include <QAbstractListModel>
#include <QCache>
#include <QImage>
#include <QSet>

#include <filesystem>
#include <optional>

namespace patina {

/// The images of a document as rows, with their results. Asks for thumbnails of the rows that are looked at.
class ImageListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        FolderRole = Qt::UserRole + 1, ///< QString, relative to the root; empty at the top
        StateRole,                     ///< int, ImageState
        ScoreRole,                     ///< double; invalid where there is none
        ScoreShareRole,                ///< double 0..1 of the scale
        VerdictRole,                   ///< int, Verdict; invalid where there is none
        ReasonRole,                    ///< QString, why scoring failed
        UnreadableRole,                ///< bool, no thumbnail can be made
        ReviewedRole,                  ///< bool, the present reader is done with it
        SplitRole,                     ///< QString
        ClassRole,                     ///< QString, what its folder says
        ModifiedRole,                  ///< qint64, milliseconds since 1970 when the file was changed; 0: not known
        MissingRole,                   ///< bool, the file was not there when the images were opened
        CommonStartRole,               ///< int, letters that all names have in common at their beginning
        UncertaintyRole,               ///< double, how far the score is from the nearest threshold; invalid without one
    };

    /// \param document, \param project not owned, outlive the model.
    ImageListModel(Document *document, const ProjectDocument *project, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void putThumbnail(const std::filesystem::path &image, const QImage &thumbnail);
    /// A request was dropped: it may be made again.
    void forgetRequest(const std::filesystem::path &image);
    /// The language has changed.
    void retranslate();

signals:
    void thumbnailWanted(const std::filesystem::path &image) const;

private:
    QVariant thumbnail(int row) const;
    QVariant uncertainty(int row) const;
    qsizetype commonStartOfNames() const;
    QString description(int row) const;
    QString outcome(int row) const;
    void rowsChanged(const QList<int> &roles = {});

    Document *m_document = nullptr;
    const ProjectDocument *m_project = nullptr;
    mutable QCache<int, QImage> m_thumbnails; ///< a null image: cannot be read
    mutable QSet<int> m_requested;
    mutable std::optional<qsizetype> m_commonStart; ///< of the names; found when it is first asked for
};

} // namespace patina
