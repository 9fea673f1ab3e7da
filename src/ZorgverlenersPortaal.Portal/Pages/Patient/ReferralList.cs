using ZorgverlenersPortaal.Dossier.Sections.CareMoments;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>Referrals with the letters that belong to each.</summary>
/// <param name="Referrals">Newest first.</param>
/// <param name="Letters">The letters of one.</param>
public sealed record ReferralList(IReadOnlyList<Referral> Referrals, Func<Referral, LetterLinks> Letters);
