/** What three word processors put on the clipboard of the same statement, and what is to be left of it. */
export type PastedPage = { from: string; html: string; shows: string }

/** The statement as it stands in the editor afterwards, whichever it came from. */
const SHOWS = [
  '<h2 dir="auto">Talks on the Upper Tana</h2>',
  '<p dir="auto">The two sides <strong>agreed in principle</strong> on a schedule for <em>dry years</em>.</p>',
  '<ol><li><p dir="auto">First, the gauges.</p></li><li><p dir="auto">Second, <a href="https://example.org/storage" rel="noreferrer">storage</a>.</p></li></ol>',
  '<ul><li><p dir="auto">Experts meet in April.</p></li></ul>',
].join('')

const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}
p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
@list l0 {mso-list-id:1;} --></style></head>
<body lang=EN-GB link="#0563C1" vlink="#954F72" style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<h1 style='margin-top:12.0pt'><span lang=EN-GB style='mso-ansi-language:EN-GB'>Talks on the
Upper Tana<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=EN-GB style='font-size:12.0pt;font-family:"Times New Roman",serif;color:#1F3864'>The
two sides <b>agreed in principle</b><del cite="mailto:X" datetime="2027-03-09T13:05"> came closer</del><a
style='mso-comment-reference:X_1;mso-comment-date:20270309T1305' href="#_msocom_1" class=msocomanchor>[X1]</a> on a schedule for <i
style='mso-bidi-font-style:normal'>dry years</i>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-GB style='mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
lang=EN-GB>First, the gauges.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-GB><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span
lang=EN-GB>Second, <a href="https://example.org/storage"><span style='color:#0563C1'>storage</span></a>.<o:p></o:p></span></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
lang=EN-GB style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>Experts meet in
April.<o:p></o:p></span></p>
<!--EndFragment--><div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Not
for the press.</p></div></div></body></html>`

const LIBRE_OFFICE = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 24.8.2.1 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115%; margin-bottom: 0.25cm; background: transparent }
a:link { color: #000080; text-decoration: underline }</style></head>
<body lang="en-GB" link="#000080" vlink="#800000" dir="ltr">
<h1 class="western"><font face="Liberation Sans, sans-serif"><font size="5" style="font-size: 18pt">Talks on the Upper Tana</font></font></h1>
<p style="line-height: 100%; margin-bottom: 0cm">The two sides <b>agreed in
principle</b> on a schedule for <span style="font-style: italic">dry years</span>.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
<p style="line-height: 100%; margin-bottom: 0cm"><br/>

</p>
<ol>
	<li><p style="line-height: 100%; margin-bottom: 0cm">First, the gauges.</p></li>
	<li><p style="line-height: 100%; margin-bottom: 0cm">Second, <font color="#000080"><u><a href="https://example.org/storage">storage</a></u></font>.</p></li>
</ol>
<ul>
	<li><p style="line-height: 100%; margin-bottom: 0cm"><font color="#c9211e">Experts meet in April.</font></p></li>
</ul>
<p><img src="data:image/png;base64,iVBORw0KGgo=" name="Image1" width="100" height="40" border="0"/></p>
</body></html>`

const GOOGLE_DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-6c2a7d2e-7fff-1b0c-9f5e-2b7a1f0f9f10"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;margin-bottom:6pt;"><span style="font-size:20pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">Talks on the Upper Tana</span></h1><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"><span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;white-space:pre-wrap;">The two sides </span><span style="font-size:11pt;color:#000000;font-weight:700;font-style:normal;white-space:pre-wrap;">agreed in principle</span><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;"> on a schedule for </span><span style="font-size:11pt;font-weight:400;font-style:italic;white-space:pre-wrap;">dry years</span><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">.</span></p><br /><ol style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:decimal;font-size:11pt;font-weight:400;white-space:pre;" aria-level="1"><p dir="ltr" style="line-height:1.38;" role="presentation"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">First, the gauges.</span></p></li><li dir="ltr" style="list-style-type:decimal;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;white-space:pre-wrap;">Second, </span><a href="https://example.org/storage" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;white-space:pre-wrap;">storage</span></a><span style="font-weight:400;">.</span></p></li></ol><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;white-space:pre-wrap;">Experts meet in April.</span></p></li></ul></b><br class="Apple-interchange-newline">`

export const PASTED_PAGES: readonly PastedPage[] = [
  { from: 'Word', html: WORD, shows: SHOWS },
  { from: 'LibreOffice', html: LIBRE_OFFICE, shows: SHOWS },
  { from: 'Google Docs', html: GOOGLE_DOCS, shows: SHOWS },
]

/** What somebody sends on purpose: nothing of it but words may be left. */
export const HOSTILE_PAGE: PastedPage = {
  from: 'somebody who means harm',
  html: `<p onclick="alert(1)">Read <a href="javascript:alert(1)">this</a> and <a href="http://example.org">that</a>.<script>alert(2)</script><img src="https://example.org/x.png" onerror="alert(3)"></p><iframe src="https://example.org"></iframe><p style="display:none">hidden</p><p>\u202eturned\u202c round</p><style>p{color:red}</style><form><input value="x"></form>`,
  shows: '<p dir="auto">Read this and that.</p><p dir="auto">turned round</p>',
}
