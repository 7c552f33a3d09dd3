import type {
  TemplateCategory,
  TemplateQualityScore,
  TemplateRejectionReason,
  TemplateStatus,
} from './templates.ts';

/** Which template a change is about. The id is a JSON number and may exceed what JavaScript holds exactly. */
interface OfTemplate {
  message_template_id: number;
  message_template_name: string;
  message_template_language: string;
}

export interface TemplateStatusUpdate extends OfTemplate {
  event: TemplateEvent;
  reason: TemplateRejectionReason | null;
  message_template_category?: TemplateCategory;
  /** With REJECTED. */
  rejection_info?: { reason: string; recommendation: string };
  /** With PAUSED, LOCKED and their ends. */
  other_info?: { title: TemplatePauseTitle; description: string };
  /** With DISABLED. */
  disable_info?: { disable_date: number };
}

export type TemplateEvent = TemplateStatus | 'PENDING_DELETION';

export type TemplatePauseTitle =
  | 'FIRST_PAUSE'
  | 'SECOND_PAUSE'
  | 'RATE_LIMITING_PAUSE'
  | 'UNPAUSE'
  | 'DISABLED';

/** Meta's own sample carries this value under `message_template_status_update`. */
export interface TemplateQualityUpdate extends OfTemplate {
  previous_quality_score: TemplateQualityScore;
  new_quality_score: TemplateQualityScore;
}

/**
 * A notice has `correct_category`, and its `new_category` is the present one; a day later the change itself comes,
 * with `previous_category`.
 */
export interface TemplateCategoryUpdate extends OfTemplate {
  new_category: TemplateCategory;
  previous_category?: TemplateCategory;
  correct_category?: TemplateCategory;
  category_update_timestamp?: number;
}

export interface TemplateCorrectCategory extends OfTemplate {
  category: TemplateCategory;
  correct_category: TemplateCategory;
}

export interface TemplateComponentsUpdate extends OfTemplate {
  message_template_element: string;
  message_template_title?: string;
  message_template_footer?: string;
  message_template_buttons?: UpdatedTemplateButton[];
}

export interface UpdatedTemplateButton {
  message_template_button_type: UpdatedTemplateButtonType;
  message_template_button_text: string;
  message_template_button_url?: string;
  message_template_button_phone_number?: string;
}

export type UpdatedTemplateButtonType =
  | 'CATALOG'
  | 'COPY_CODE'
  | 'EXTENSION'
  | 'FLOW'
  | 'MPM'
  | 'ORDER_DETAILS'
  | 'OTP'
  | 'PHONE_NUMBER'
  | 'POSTBACK'
  | 'QUICK_REPLY'
  | 'REMINDER'
  | 'SEND_LOCATION'
  | 'SPM'
  | 'URL'
  | 'VOICE_CALL';
