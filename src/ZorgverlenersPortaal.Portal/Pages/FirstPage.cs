using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>
/// Where somebody who has just signed in begins. A doctor who is late with an emergency's account reads that first, once for each
/// sign-in; the page has a way past it, because at night a patient may not wait for it.
/// </summary>
public sealed class FirstPage(EmergencyCases cases)
{
    /// <summary>The address, for this function and person.</summary>
    public async Task<string> AfterSignInAsync(AccountFunction function, string? uziNumber, CancellationToken cancellation) =>
        function == AccountFunction.CareProvider && uziNumber is not null && (await cases.LateOfAsync(uziNumber, cancellation)).Count > 0
            ? "/noodprocedure/te-laat"
            : HomeAddress.Of(function);
}
