using System.Runtime.ExceptionServices;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// The session could not be judged: trail or accounts are away. Authentication remembers its outcome for the whole request,
/// so an exception out of it would come again while its own error page is made, and that page would never be.
/// </summary>
internal sealed record SessionFault(ExceptionDispatchInfo Error);
