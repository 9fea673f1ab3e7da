using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Portal.Security;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>Accounts from the command line. Every change is recorded before it is made, in the chain of this command's own node.</summary>
internal static class AccountCommands
{
    public static async Task<int> AddAsync(CommandInput input)
    {
        var account = ReadAccount(input);
        return await ChangeAsync(input, AuditEventType.AccountAdded, account.UziNumber, async register =>
            await register.AddAsync(account, CancellationToken.None)
                ? $"Added {account.UziNumber} ({account.Name}, {account.Role}, AGB {account.Agb})."
                : throw AlreadyThere(account.UziNumber));
    }

    public static async Task<int> BlockAsync(CommandInput input, bool block)
    {
        var uzi = Uzi(input.Required("uzi")[0]);
        input.Done();
        return await ChangeAsync(input, AuditEventType.AccountChanged, uzi, async register =>
            await register.SetStatusAsync(uzi, block ? AccountStatus.Blocked : AccountStatus.Active, CancellationToken.None)
                ? $"{(block ? "Blocked" : "Unblocked")} {uzi}."
                : throw NotThere(uzi));
    }

    private static Account ReadAccount(CommandInput input)
    {
        var values = input.Required("uzi", "agb", "name", "role");
        var practice = input.Optional("practice");
        input.Done();
        return new()
        {
            UziNumber = Uzi(values[0]),
            Agb = AgbCode.TryRead(values[1])
                ?? throw new CommandException($"--agb '{values[1]}' is no AGB code: 8 digits, the doctor's own, not the practice's."),
            Name = values[2],
            Role = CareRoles.Parse(values[3])
                ?? throw new CommandException($"--role '{values[3]}' is not admitted: huisarts, so or avg (or 01.015, 01.004, 01.047, 01.056)."),
            Practice = practice,
        };
    }

    private static string Uzi(string text) => text.Length == 9 && text.All(char.IsAsciiDigit) && text != "000000000"
        ? text
        : throw new CommandException(text.Length == 8 && text.All(char.IsAsciiDigit)
            ? $"--uzi '{text}' has 8 digits: that is the number printed on the card. The UZI number has 9 digits."
            : $"--uzi '{text}' is no UZI number: 9 digits.");

    private static CommandException AlreadyThere(string uzi) => new($"There is an account for UZI number {uzi} already; nothing was changed.");

    private static CommandException NotThere(string uzi) => new($"There is no account for UZI number {uzi}.");

    private static async Task<int> ChangeAsync(CommandInput input, AuditEventType type, string uzi, Func<AccountRegister, Task<string>> change)
    {
        var settings = input.Settings();
        await using var trail = AuditTrail.Open(settings.Audit.Trail(settings.Storage.File!, "-cli"), TimeProvider.System);
        var register = new AccountRegister(new Database(settings.Storage), TimeProvider.System);
        // Looked up first, so that the trail records no change that is not made.
        var isThere = await register.FindAsync(uzi, CancellationToken.None) is not null;
        if (isThere == (type == AuditEventType.AccountAdded))
        {
            throw isThere ? AlreadyThere(uzi) : NotThere(uzi);
        }
        await trail.AppendAsync(
            new()
            {
                Event = type,
                Action = type == AuditEventType.AccountAdded ? AuditAction.Create : AuditAction.Update,
                Outcome = AuditOutcome.Success,
                Time = TimeProvider.System.GetUtcNow(),
                RequestId = RequestIdentity.Create().RequestId,
                Actor = new() { Name = Environment.UserName },
                Detail = $"account {uzi}",
            },
            CancellationToken.None);
        Console.WriteLine(await change(register));
        return 0;
    }
}
