/** Those that shops, clinics and schools write with; everything else comes from the keyboard’s own picker. */
const emoji = (
  '🙏 👋 😊 🎉 🪔 🎆 🎊 ✨ 🌸 🌺 🎁 🛍️ 🛒 👗 💍 👟 📦 🚚 🏠 📍 ' +
  '✅ ❌ ⏰ 📅 🗓️ ⌛ 📞 💬 📎 🧾 💳 💵 ₹ 🏷️ 🔔 ⭐ 🌟 🔥 👉 👇 ' +
  '🦷 🏥 💊 🩺 👓 📚 🎓 ✏️ 🏆 💡 🍽️ ☕ 🍬 🎂 ✈️ 🚗 🏍️ 🔧 🔋 🎧'
).split(' ');

export function EmojiGrid({ onPick }: { onPick: (emoji: string) => void }) {
  return (
    <div className="grid w-72 grid-cols-10">
      {emoji.map((one) => (
        <button
          key={one}
          type="button"
          onClick={() => onPick(one)}
          className="grid size-7 place-items-center rounded-sm text-lg hover:bg-hover"
        >
          {one}
        </button>
      ))}
    </div>
  );
}
