<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>Text</name>
    <message>
        <source>Not found: %1.</source>
        <translation>見つかりません: %1。</translation>
    </message>
    <message>
        <source>Cannot be read: %1.</source>
        <translation>読み込めません: %1。</translation>
    </message>
    <message>
        <source>Damaged, or not of the expected format: %1.</source>
        <translation>壊れているか、想定した形式ではありません: %1。</translation>
    </message>
    <message>
        <source>Not supported: %1.</source>
        <translation>対応していません: %1。</translation>
    </message>
    <message>
        <source>Value not allowed: %1.</source>
        <translation>使用できない値です: %1。</translation>
    </message>
    <message>
        <source>Sizes do not match: %1.</source>
        <translation>サイズが一致しません: %1。</translation>
    </message>
    <message>
        <source>Written by another version: %1.</source>
        <translation>別のバージョンで書かれています: %1。</translation>
    </message>
    <message>
        <source>Contents do not match their checksum: %1.</source>
        <translation>内容がチェックサムと一致しません: %1。</translation>
    </message>
    <message>
        <source>Too large: %1.</source>
        <translation>大きすぎます: %1。</translation>
    </message>
    <message>
        <source>Not enough memory: %1.</source>
        <translation>メモリが足りません: %1。</translation>
    </message>
    <message>
        <source>Cannot be written: %1.</source>
        <translation>書き込めません: %1。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Unexpected failure: %1.</source>
        <translation>予期しないエラー: %1。</translation>
    </message>
    <message>
        <source>Listing images</source>
        <translation>画像を一覧しています</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>モデルを開いています</translation>
    </message>
    <message>
        <source>Loading the image</source>
        <translation>画像を読み込んでいます</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>スコアを計算しています</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>特徴量を計算しています</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き込んでいます</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>NG</source>
        <translation>NG</translation>
    </message>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>残り約 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>残り約 %n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h left</source>
        <translation>
            <numerusform>残り約 %n 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>RGB %1</source>
        <translation>RGB %1</translation>
    </message>
    <message>
        <source>Grey %1</source>
        <translation>輝度 %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>スコア %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>誤検出</translation>
    </message>
    <message>
        <source>harmless</source>
        <translation>無害</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>判断不能</translation>
    </message>
</context>
<context>
    <name>patina::Actions</name>
    <message>
        <source>&amp;Open folder...</source>
        <translation>フォルダを開く(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a folder of images or a data set</source>
        <translation>画像フォルダまたはデータセットを開きます</translation>
    </message>
    <message>
        <source>Open &amp;model...</source>
        <translation>モデルを開く(&amp;M)...</translation>
    </message>
    <message>
        <source>Open a trained model</source>
        <translation>学習済みのモデルを開きます</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Quit Patina</source>
        <translation>Patina を終了します</translation>
    </message>
    <message>
        <source>Score &amp;all</source>
        <translation>すべてのスコアを計算(&amp;A)</translation>
    </message>
    <message>
        <source>Score every image that has no score yet</source>
        <translation>スコアのない画像すべてのスコアを計算します</translation>
    </message>
    <message>
        <source>&amp;Score this</source>
        <translation>この画像のスコアを計算(&amp;S)</translation>
    </message>
    <message>
        <source>Score the image that is shown</source>
        <translation>表示中の画像のスコアを計算します</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>中止(&amp;C)</translation>
    </message>
    <message>
        <source>Stop what runs</source>
        <translation>実行中の処理を止めます</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>全体表示(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole image</source>
        <translation>画像全体を表示します</translation>
    </message>
    <message>
        <source>&amp;1:1</source>
        <translation>&amp;1:1</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel</source>
        <translation>画像の 1 画素を画面の 1 画素で表示します</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>縮小(&amp;U)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>&amp;Heatmap</source>
        <translation>ヒートマップ(&amp;H)</translation>
    </message>
    <message>
        <source>Show the heatmap over the image</source>
        <translation>画像にヒートマップを重ねます</translation>
    </message>
    <message>
        <source>&amp;Outlines</source>
        <translation>輪郭(&amp;O)</translation>
    </message>
    <message>
        <source>Show the outlines of regions at the review threshold</source>
        <translation>要確認しきい値以上の領域の輪郭を表示します</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>次の画像(&amp;N)</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>次の画像</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>前の画像(&amp;P)</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>前の画像</translation>
    </message>
    <message>
        <source>&amp;About Patina</source>
        <translation>Patina について(&amp;A)</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>Patina について</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Score</source>
        <translation>スコア(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>システム(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;New project...</source>
        <translation>新規プロジェクト(&amp;N)...</translation>
    </message>
    <message>
        <source>Make a project of a folder: labels, decisions, journal</source>
        <translation>フォルダからプロジェクトを作ります: ラベル、判断、変更記録</translation>
    </message>
    <message>
        <source>Open &amp;project...</source>
        <translation>プロジェクトを開く(&amp;P)...</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>プロジェクトを開きます</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>直前の判断を元に戻します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直し(&amp;R)</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>元に戻した判断をやり直します</translation>
    </message>
    <message>
        <source>&amp;Next region</source>
        <translation>次の領域(&amp;N)</translation>
    </message>
    <message>
        <source>The next region without a decision, then the next image</source>
        <translation>次の未判断の領域へ、なければ次の画像へ移ります</translation>
    </message>
    <message>
        <source>0  &amp;Harmless</source>
        <translation>0  無害(&amp;H)</translation>
    </message>
    <message>
        <source>Call the selected regions a harmless impurity</source>
        <translation>選択した領域を無害な汚れとします</translation>
    </message>
    <message>
        <source>A  A&amp;mbiguous</source>
        <translation>A  判断不能(&amp;M)</translation>
    </message>
    <message>
        <source>Nobody can tell what the selected regions are</source>
        <translation>選択した領域が何であるか、誰にも判断できません</translation>
    </message>
    <message>
        <source>Del  &amp;False alarm</source>
        <translation>Del  誤検出(&amp;F)</translation>
    </message>
    <message>
        <source>Nothing is there</source>
        <translation>そこには何もありません</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>判断を取り消す(&amp;W)</translation>
    </message>
    <message>
        <source>Take the decision on the selected regions back</source>
        <translation>選択した領域の判断を取り消します</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>確認(&amp;R)</translation>
    </message>
    <message>
        <source>Mer&amp;ge regions</source>
        <translation>領域を結合(&amp;G)</translation>
    </message>
    <message>
        <source>Make one defect of the selected regions</source>
        <translation>選択した領域を 1 つの欠陥にまとめます</translation>
    </message>
    <message>
        <source>Spl&amp;it region</source>
        <translation>領域を分割(&amp;I)</translation>
    </message>
    <message>
        <source>Make of the selected region the parts that it falls into at a higher threshold</source>
        <translation>選択した領域を、しきい値を上げたときに分かれる部分に分割します</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>結合</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
</context>
<context>
    <name>patina::ClassController</name>
    <message>
        <source>New class</source>
        <translation>新しいクラス</translation>
    </message>
    <message>
        <source>Name of the defect that the selected regions are</source>
        <translation>選択した領域の欠陥の名前</translation>
    </message>
    <message>
        <source>The class was not made. %1</source>
        <translation>クラスを作成できませんでした。%1</translation>
    </message>
    <message>
        <source>&amp;Classes...</source>
        <translation>クラス(&amp;L)...</translation>
    </message>
    <message>
        <source>Names, kinds and keys of the classes</source>
        <translation>クラスの名前、種別、キーを編集します</translation>
    </message>
    <message>
        <source>New c&amp;lass...</source>
        <translation>新しいクラス(&amp;C)...</translation>
    </message>
    <message>
        <source>Make a class for the selected regions (%1)</source>
        <translation>選択した領域のクラスを作ります (%1)</translation>
    </message>
</context>
<context>
    <name>patina::ClassDialog</name>
    <message>
        <source>Defect</source>
        <translation>欠陥</translation>
    </message>
    <message>
        <source>Harmless impurity</source>
        <translation>無害な汚れ</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>判断不能</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル数</translation>
    </message>
    <message>
        <source>Name of a new class, as &quot;scratch&quot;</source>
        <translation>新しいクラスの名前（例:「キズ」）</translation>
    </message>
    <message>
        <source>Name of a new class</source>
        <translation>新しいクラスの名前</translation>
    </message>
    <message>
        <source>What the new class is</source>
        <translation>新しいクラスの種別</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Rename...</source>
        <translation>名前を変更(&amp;R)...</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下へ(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>削除(&amp;M)</translation>
    </message>
    <message>
        <source>What %1 is</source>
        <translation>%1 の種別</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>クラス名を変更</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>%1 の新しい名前</translation>
    </message>
</context>
<context>
    <name>patina::DrawBar</name>
    <message>
        <source>Zone to ignore</source>
        <translation>除外領域</translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation>検査領域 (ROI)</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>選択(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>ブラシ(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>消しゴム(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>多角形(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>長方形(&amp;R)</translation>
    </message>
    <message>
        <source>Magic &amp;outline</source>
        <translation>自動輪郭(&amp;O)</translation>
    </message>
    <message>
        <source>Select regions and pan</source>
        <translation>領域を選択し、画像を動かします</translation>
    </message>
    <message>
        <source>Paint what the model missed</source>
        <translation>モデルが見逃したところを塗ります</translation>
    </message>
    <message>
        <source>Take pixels out of labels</source>
        <translation>ラベルから画素を消します</translation>
    </message>
    <message>
        <source>Click the corners; a double click or Enter closes, Backspace takes the last one back</source>
        <translation>頂点をクリックします。ダブルクリックか Enter で閉じ、Backspace で直前の頂点を取り消します</translation>
    </message>
    <message>
        <source>Drag a rectangle</source>
        <translation>ドラッグで長方形を描きます</translation>
    </message>
    <message>
        <source>Press on a spot of the heatmap and drag away from it: the outline follows the score under the cursor</source>
        <translation>ヒートマップの 1 点を押して外へドラッグします。輪郭はカーソル位置のスコアに従います</translation>
    </message>
    <message>
        <source>Dra&amp;w</source>
        <translation>描画(&amp;W)</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>描くもの</translation>
    </message>
    <message>
        <source>Radi&amp;us</source>
        <translation>半径(&amp;U)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Radius of the brush</source>
        <translation>ブラシの半径</translation>
    </message>
    <message>
        <source>Radius of the brush; [ and ] change it</source>
        <translation>ブラシの半径。[ と ] で変更します</translation>
    </message>
    <message>
        <source>Snap to the heatmap</source>
        <translation>ヒートマップに合わせる</translation>
    </message>
    <message>
        <source>Of what is drawn, keep what stands out in the heatmap (%1)</source>
        <translation>描いた部分のうち、ヒートマップで目立つところだけを残します (%1)</translation>
    </message>
    <message>
        <source>For all images</source>
        <translation>すべての画像に適用</translation>
    </message>
    <message>
        <source>The zone is for every image of the project</source>
        <translation>描いた検査領域や除外領域を、プロジェクトのすべての画像に適用します</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>ブラシを小さく</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>ブラシを大きく</translation>
    </message>
</context>
<context>
    <name>patina::DrawingController</name>
    <message>
        <source>A zone is drawn as a polygon or a rectangle.</source>
        <translation>検査領域と除外領域は、多角形か長方形で描きます。</translation>
    </message>
    <message>
        <source>What was drawn was not kept. %1</source>
        <translation>描いたものは保存されませんでした。%1</translation>
    </message>
    <message>
        <source>&amp;Drawing</source>
        <translation>描画(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Zones...</source>
        <translation>検査領域と除外領域(&amp;Z)...</translation>
    </message>
    <message>
        <source>Regions of interest and zones to ignore of this project</source>
        <translation>このプロジェクトの検査領域 (ROI) と除外領域を表示します</translation>
    </message>
</context>
<context>
    <name>patina::EmptyPage</name>
    <message>
        <source>No images yet</source>
        <translation>画像がまだありません</translation>
    </message>
    <message>
        <source>Open a folder of part images (PNG, JPEG, BMP, TIFF), or a data set with train and test folders. Then open a model to see what it flags.</source>
        <translation>部品画像（PNG、JPEG、BMP、TIFF）のフォルダか、train と test のフォルダを持つデータセットを開いてください。続いてモデルを開くと、検出された領域が表示されます。</translation>
    </message>
    <message>
        <source>Open a folder of part images (%1)</source>
        <translation>部品画像のフォルダを開く (%1)</translation>
    </message>
</context>
<context>
    <name>patina::HeatPanel</name>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>O&amp;pacity</source>
        <translation>不透明度(&amp;P)</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>ヒートマップの配色</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>ヒートマップの不透明度</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>Turbo</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Score this image</source>
        <translation>この画像のスコアを計算</translation>
    </message>
    <message>
        <source>Score all images</source>
        <translation>すべての画像のスコアを計算</translation>
    </message>
    <message>
        <source>Open a model to see what it flags.</source>
        <translation>モデルを開くと、検出された領域が表示されます。</translation>
    </message>
    <message>
        <source>This image is not scored yet.</source>
        <translation>この画像のスコアはまだありません。</translation>
    </message>
    <message>
        <source>The heatmap is on its way.</source>
        <translation>ヒートマップを作成しています。</translation>
    </message>
    <message>
        <source>This image was not scored.</source>
        <translation>この画像のスコアは計算されませんでした。</translation>
    </message>
</context>
<context>
    <name>patina::ImageDelegate</name>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>スコアなし</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>ファイルなし</translation>
    </message>
</context>
<context>
    <name>patina::ImageListModel</name>
    <message>
        <source>%1: not scored</source>
        <translation>%1: スコアなし</translation>
    </message>
    <message>
        <source>%1: score %2, %3</source>
        <translation>%1: スコア %2、%3</translation>
    </message>
    <message>
        <source>%1: score %2, no verdict (the model is not calibrated)</source>
        <translation>%1: スコア %2、判定なし（モデルが校正されていません）</translation>
    </message>
    <message>
        <source>%1: failed. %2</source>
        <translation>%1: 失敗。%2</translation>
    </message>
    <message>
        <source>%1; reviewed</source>
        <translation>%1、確認済み</translation>
    </message>
    <message>
        <source>%1: the file is missing</source>
        <translation>%1: ファイルが見つかりません</translation>
    </message>
</context>
<context>
    <name>patina::ImagePanel</name>
    <message>
        <source>No folder is open.</source>
        <translation>フォルダが開かれていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>画像 %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 scored</source>
        <translation>スコアあり %1 枚</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失敗 %1 枚</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>表示 %1 枚</translation>
    </message>
    <message>
        <source>Part of the name or folder</source>
        <translation>名前またはフォルダの一部</translation>
    </message>
    <message>
        <source>Which images are listed</source>
        <translation>一覧に出す画像</translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation>画像の並び順</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>検出あり</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>スコアなし</translation>
    </message>
    <message>
        <source>As in the folder</source>
        <translation>フォルダの順</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>スコアの高い順</translation>
    </message>
    <message>
        <source>Most uncertain first</source>
        <translation>不確かな順</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>名前順</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>すべてのグループ</translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation>サブセット: %1</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation>クラス: %1</translation>
    </message>
    <message>
        <source>Split or class</source>
        <translation>サブセットまたはクラス</translation>
    </message>
    <message>
        <source>Only images of a split or class</source>
        <translation>サブセットまたはクラスの画像だけを一覧に出します</translation>
    </message>
    <message>
        <source>One line for each image</source>
        <translation>画像ごとに 1 行</translation>
    </message>
    <message>
        <source>One line for each image, without thumbnails</source>
        <translation>サムネイルなしで、画像ごとに 1 行で表示します</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>判定: %1</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
</context>
<context>
    <name>patina::JobBar</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 / %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Stop what runs (Shift+Esc); scores that are there stay</source>
        <translation>実行中の処理を止めます (Shift+Esc)。計算済みのスコアは残ります</translation>
    </message>
    <message>
        <source>Cancel what runs</source>
        <translation>実行中の処理を中止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
</context>
<context>
    <name>patina::LegendBar</name>
    <message>
        <source>Review %1</source>
        <translation>要確認 %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>不良 %1</translation>
    </message>
    <message>
        <source>Score scale; scores below the handle are not shown</source>
        <translation>スコアの目盛り。つまみより低いスコアは表示されません</translation>
    </message>
    <message>
        <source>Colours of the scores. Drag the handle: scores below it are not shown.</source>
        <translation>スコアの配色。つまみを動かすと、それより低いスコアは表示されません。</translation>
    </message>
</context>
<context>
    <name>patina::MainWindow</name>
    <message>
        <source>Loading %1...</source>
        <translation>%1 を読み込んでいます...</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>画像(&amp;I)</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Screen pixels per image pixel</source>
        <translation>画像の 1 画素あたりの画面の画素</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Patina models (*.patina);;All files (*)</source>
        <translation>Patina モデル (*.patina);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>About Patina</source>
        <translation>Patina について</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Patina %1&lt;/h3&gt;&lt;p&gt;Visual surface inspection: trained on good parts only, it shows what is not as usual.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Patina %1&lt;/h3&gt;&lt;p&gt;表面の外観検査: 良品だけで学習し、いつもと違うところを示します。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>&amp;Regions</source>
        <translation>領域(&amp;R)</translation>
    </message>
    <message>
        <source>New project: folder of its images</source>
        <translation>新規プロジェクト: 画像のフォルダ</translation>
    </message>
    <message>
        <source>New project: file to make</source>
        <translation>新規プロジェクト: 作成するファイル</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj)</source>
        <translation>Patina プロジェクト (*.patinaproj)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>Patina projects (*.patinaproj);;All files (*)</source>
        <translation>Patina プロジェクト (*.patinaproj);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Every image that is flagged has been reviewed.</source>
        <translation>検出のある画像はすべて確認済みです。</translation>
    </message>
</context>
<context>
    <name>patina::MessageStrip</name>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>patina::RegionListModel</name>
    <message>
        <source>not decided</source>
        <translation>未判断</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Area, px</source>
        <translation>面積 (px)</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>インポート</translation>
    </message>
</context>
<context>
    <name>patina::RegionPanel</name>
    <message>
        <source>The decision was not kept. %1</source>
        <translation>判断は保存されませんでした。%1</translation>
    </message>
    <message>
        <source>Call the selected regions %1 (%2)</source>
        <translation>選択した領域を %1 とします (%2)</translation>
    </message>
    <message>
        <source>Nothing is flagged here, or the image is not scored yet.</source>
        <translation>検出された領域がないか、画像のスコアがまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n regions are flagged. To decide what they are, make a project of the folder.</source>
        <translation>
            <numerusform>%n 個の領域が検出されました。何であるかを判断するには、フォルダからプロジェクトを作ってください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n regions are decided.</source>
        <translation>
            <numerusform>%n 個の領域のうち %1 個を判断済みです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n flagged images are reviewed.</source>
        <translation>
            <numerusform>検出のある画像 %n 枚のうち %1 枚を確認済みです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>領域</translation>
    </message>
</context>
<context>
    <name>patina::Session</name>
    <message>
        <source>The folder %1 was not opened. %2</source>
        <translation>フォルダ %1 を開けませんでした。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n problems were found in the folder; the first: %1</source>
        <translation>
            <numerusform>フォルダに %n 件の問題が見つかりました。最初の問題: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The model %1 was not opened. %2</source>
        <translation>モデル %1 を開けませんでした。%2</translation>
    </message>
    <message>
        <source>The model is not calibrated: it gives scores, but no verdicts.</source>
        <translation>モデルが校正されていません。スコアは出ますが、判定は出ません。</translation>
    </message>
    <message>
        <source>%1 cannot be shown. %2</source>
        <translation>%1 を表示できません。%2</translation>
    </message>
    <message>
        <source>The heatmap cannot be shown. %1</source>
        <translation>ヒートマップを表示できません。%1</translation>
    </message>
    <message>
        <source>All images are scored.</source>
        <translation>すべての画像のスコアがあります。</translation>
    </message>
    <message>
        <source>%1 was not scored. %2</source>
        <translation>%1 のスコアは計算されませんでした。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n images were not scored; they are marked in the list.</source>
        <translation>
            <numerusform>%n 枚の画像のスコアは計算されませんでした。一覧に印があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Scoring was cancelled; %1 of %2 images are done.</source>
        <translation>スコアの計算を中止しました。%2 枚のうち %1 枚が済んでいます。</translation>
    </message>
    <message>
        <source>The project %1 was not opened. %2</source>
        <translation>プロジェクト %1 を開けませんでした。%2</translation>
    </message>
    <message>
        <source>The project is open already.</source>
        <translation>プロジェクトはすでに開いています。</translation>
    </message>
    <message>
        <source>The project can be read only: %1.</source>
        <translation>プロジェクトは読み取り専用です: %1。</translation>
    </message>
    <message>
        <source>It was not taken back. %1</source>
        <translation>元に戻せませんでした。%1</translation>
    </message>
    <message>
        <source>It was not made again. %1</source>
        <translation>やり直せませんでした。%1</translation>
    </message>
    <message>
        <source>That the image is done was not kept. %1</source>
        <translation>画像の確認済みの印は保存されませんでした。%1</translation>
    </message>
    <message>
        <source>The thresholds were not kept. %1</source>
        <translation>しきい値は保存されませんでした。%1</translation>
    </message>
</context>
<context>
    <name>patina::ThresholdBar</name>
    <message>
        <source>%1 OK, %2 to review, %3 NG</source>
        <translation>OK %1 枚、要確認 %2 枚、NG %3 枚</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>不良(&amp;J)</translation>
    </message>
    <message>
        <source>Review threshold</source>
        <translation>要確認しきい値</translation>
    </message>
    <message>
        <source>Reject threshold</source>
        <translation>不良しきい値</translation>
    </message>
    <message>
        <source>From this score on a person looks</source>
        <translation>このスコア以上は人が確認します</translation>
    </message>
    <message>
        <source>From this score on a part is NG</source>
        <translation>このスコア以上の部品は NG になります</translation>
    </message>
    <message>
        <source>Thresholds over the scores of the images</source>
        <translation>画像のスコアの分布としきい値</translation>
    </message>
    <message>
        <source>Scores of all images; drag the review and the reject threshold</source>
        <translation>すべての画像のスコア。要確認しきい値と不良しきい値をドラッグで動かせます</translation>
    </message>
    <message>
        <source>Back to the thresholds that the model was calibrated to</source>
        <translation>モデルの校正時のしきい値に戻します</translation>
    </message>
</context>
<context>
    <name>patina::ZoneDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>検査領域と除外領域</translation>
    </message>
    <message>
        <source>What lies in a zone to ignore does not count. Where there are regions of interest, only what lies in one of them counts. Zones are drawn with the polygon or the rectangle.</source>
        <translation>除外領域の中にあるものは対象になりません。検査領域 (ROI) がある場合は、そのいずれかの中にあるものだけが対象になります。どちらの領域も多角形か長方形で描きます。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>頂点数</translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation>検査領域 (ROI)</translation>
    </message>
    <message>
        <source>Zone to ignore</source>
        <translation>除外領域</translation>
    </message>
    <message>
        <source>all images</source>
        <translation>すべての画像</translation>
    </message>
</context>
</TS>
