using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>
/// Where somebody who has just signed in begins. A doctor who is late with an emergency's account reads that first, one whom an officer
/// asks something reads that, once for each sign-in; both pages have a way past them, because at night a patient may not wait for it.
/// </summary>
public sealed class FirstPage(EmergencyCases cases, CaseQuestions questions)
{
    /// <summary>The address, for this function and person.</summary>
    public async Task<string> AfterSignInAsync(AccountFunction function, string? uziNumber, CancellationToken cancellation)
    {
        if (function != AccountFunction.CareProvider || uziNumber is null)
        {
            return HomeAddress.Of(function);
        }
        return (await cases.LateOfAsync(uziNumber, cancellation)).Count > 0 ? "/noodprocedure/te-laat"
            : questions.CountOf(uziNumber) > 0 ? "/vragen"
            : HomeAddress.Of(function);
    }
}
