using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>What every step at Dezi goes by.</summary>
/// <param name="Options">Checked settings.</param>
/// <param name="Portal">For the address of the return.</param>
/// <param name="Clock">The portal's clock.</param>
internal sealed record DeziSetting(DeziOptions Options, PortalOptions Portal, TimeProvider Clock);
