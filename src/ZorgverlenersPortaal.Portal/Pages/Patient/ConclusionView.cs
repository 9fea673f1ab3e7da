using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Conclusions and policy with the addresses of those that are documents.</summary>
/// <param name="List">What the EPD gave.</param>
/// <param name="Address">Address of a document.</param>
public sealed record ConclusionView(ConclusionList List, Func<Letter, string> Address);
